// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IContributions} from "../hours/IContributions.sol";
import {Money} from "../lib/Money.sol";
import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IProjectRegistry} from "../projects/IProjectRegistry.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {ITownTreasury} from "./ITownTreasury.sol";

/// @title TownTreasury: the town funds and the country office funds
/// @notice Holds every town's fund and every country office's fund, each on its own account. The ProfitSplitter pays
/// in. Nobody can take anything out, for now.
/// Units: the towns' currencies. Assumes: the currency keeps balances as they are.
/// Known limits: money sent here past the ProfitSplitter is on no account, and stays.
contract TownTreasury is ITownTreasury, ReentrancyGuardTransient {
    using Money for IERC20;

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IProjectRegistry private immutable _PROJECTS;
    IContributions private immutable _CONTRIBUTIONS;
    address private immutable _SPLITTER;
    address private immutable _DIVISION;

    /// @inheritdoc ITownTreasury
    mapping(uint32 town => uint256) public fundOf;

    /// @inheritdoc ITownTreasury
    mapping(uint16 country => mapping(IERC20 currency => uint256)) public officeOf;

    constructor(
        IAuthority authority,
        ITownRegistry towns,
        IMemberRegistry members,
        IProjectRegistry projects,
        IContributions contributions,
        address splitter,
        address division
    ) {
        _AUTHORITY = authority;
        _TOWNS = towns;
        _MEMBERS = members;
        _PROJECTS = projects;
        _CONTRIBUTIONS = contributions;
        _SPLITTER = splitter;
        _DIVISION = division;
    }

    /// @inheritdoc ITownTreasury
    function surrender(uint32) external view returns (uint256) {
        require(msg.sender == _DIVISION, TownTreasuryNotFinalDivision(msg.sender));
        return 0;
    }

    /// @inheritdoc ITownTreasury
    function deposit(uint32 town, uint256 toFund, uint256 toOffice) external nonReentrant {
        require(msg.sender == _SPLITTER, TownTreasuryNotDepositor(msg.sender));
        uint16 country = _TOWNS.countryOf(town);
        IERC20 currency = _TOWNS.currencyOf(town);

        fundOf[town] += toFund;
        officeOf[country][currency] += toOffice;

        emit TreasuryFunded({town: town, country: country, currency: currency, toFund: toFund, toOffice: toOffice});

        currency.pull(msg.sender, toFund + toOffice);
    }
}
