// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title ITownTreasury: the town funds and the country office funds
interface ITownTreasury {
    /// @notice Only the ProfitSplitter may call this.
    error TownTreasuryNotDepositor(address caller);

    /// @notice Only the FinalDivision may call this.
    error TownTreasuryNotFinalDivision(address caller);

    /// @notice A part of a profit came in.
    /// @param town whose fund. @param country whose office. @param toFund units for the fund.
    /// @param toOffice units for the office.
    event TreasuryFunded(
        uint32 indexed town,
        uint16 indexed country,
        IERC20 indexed currency,
        uint256 toFund,
        uint256 toOffice
    );

    /// @notice Takes the parts of a profit for a town's fund and its country's office. Only the ProfitSplitter, who
    /// allowed their sum.
    /// @dev Reverts with TownTreasuryNotDepositor, MoneyNotReceivedInFull.
    function deposit(uint32 town, uint256 toFund, uint256 toOffice) external;

    /// @notice Pays a town's whole fund to the FinalDivision. Only the FinalDivision.
    /// @dev Reverts with TownTreasuryNotFinalDivision.
    /// @return amount units of the town's currency.
    function surrender(uint32 town) external returns (uint256 amount);

    /// @notice Units of its currency in a town's fund.
    function fundOf(uint32 town) external view returns (uint256);

    /// @notice Units of a currency in a country office's fund.
    function officeOf(uint16 country, IERC20 currency) external view returns (uint256);
}
