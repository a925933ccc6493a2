// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {IContributions} from "../hours/IContributions.sol";
import {EqualParts} from "../lib/EqualParts.sol";
import {Money} from "../lib/Money.sol";
import {Timesheet} from "../lib/Timesheet.sol";
import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IFinalDivision} from "./IFinalDivision.sol";
import {ITownTreasury} from "./ITownTreasury.sol";

/// @title FinalDivision: the money of a town that has lost its keys, to its electors
/// @notice Holds what towns without keys surrendered, until it is claimed. When a town has lacked one of its ambassadors
/// for `DORMANT_FOR`, anyone divides its members' pool, the streams into it and its fund equally among its electors, who are
/// fixed with that; anyone may send a claim, which always pays the member it belongs to. Nobody can divide a town's money
/// earlier, otherwise or again before as much time has passed, choose a quiet week for it, take a part of somebody else, or
/// make a claim expire. INFINITY, shares, dividends, what members have earned already and country offices' funds are not
/// touched.
/// Units: the towns' currencies; seconds. Assumes: the currency keeps balances as they are, the registries are those of
/// the same deployment. Known limits: where nobody ever worked there is nobody to divide among, and the money stays where
/// it is; units that do not divide wait for the town's next division, for ever if none comes.
contract FinalDivision is IFinalDivision, ReentrancyGuardTransient {
    using BitMaps for BitMaps.BitMap;
    using Money for IERC20;
    using SafeERC20 for IERC20;

    /// @notice How long a town must have lacked one of its ambassadors, and how long after a division it is divided again.
    uint256 public constant DORMANT_FOR = 365 days;

    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IContributions private immutable _CONTRIBUTIONS;
    ITownTreasury private immutable _TREASURY;

    mapping(uint256 division => Division) private _divisions;
    mapping(uint256 division => BitMaps.BitMap) private _paid;

    /// @inheritdoc IFinalDivision
    mapping(uint32 town => uint256 time) public dividedAt;

    /// @inheritdoc IFinalDivision
    mapping(uint32 town => uint256) public remainderOf;

    /// @inheritdoc IFinalDivision
    mapping(uint32 town => mapping(uint256 number => uint256)) public keptOf;

    /// @inheritdoc IFinalDivision
    uint256 public divisionCount;

    constructor(ITownRegistry towns, IMemberRegistry members, IContributions contributions, ITownTreasury treasury) {
        _TOWNS = towns;
        _MEMBERS = members;
        _CONTRIBUTIONS = contributions;
        _TREASURY = treasury;
    }

    /// @inheritdoc IFinalDivision
    function divide(uint32 town) external nonReentrant returns (uint256 division) {
        _requireLost(town);
        (uint16 timesheet, uint16 electors) = _CONTRIBUTIONS.electorsOf(town);
        require(electors > 0, FinalDivisionNoElectors(town));

        IERC20 currency = _TOWNS.currencyOf(town);
        (uint256 fromPool, uint256 fromFund) = _collect(town, currency);
        uint256 amount = remainderOf[town] + fromPool + fromFund;
        (uint256 cashPerActive, uint256 remainder) = EqualParts.divide(amount, electors);
        require(cashPerActive > 0, FinalDivisionTooLittle(town, amount, electors));

        division = ++divisionCount;
        dividedAt[town] = block.timestamp;
        remainderOf[town] = remainder;
        _divisions[division] = Division({
            currency: currency,
            town: town,
            timesheet: timesheet - 1,
            active: electors,
            cashPerActive: cashPerActive
        });

        emit TownDivided({
            division: division,
            town: town,
            currency: currency,
            timesheet: timesheet - 1,
            active: electors,
            fromPool: fromPool,
            fromFund: fromFund,
            cashPerActive: cashPerActive,
            remainder: remainder
        });
    }

    /// @inheritdoc IFinalDivision
    function claim(uint256 division, uint16[] calldata numbers) external nonReentrant {
        Division memory d = _divisions[division];
        require(d.active > 0, FinalDivisionNoSuchDivision(division));

        (address[] memory wallets, bool[] memory waiting) = _MEMBERS.walletsAt(d.town, numbers);
        for (uint256 i = 0; i < numbers.length; i++) {
            bytes memory reason = _whyNot(division, d, numbers[i], waiting[i] && wallets[i] != msg.sender);
            if (reason.length > 0) emit PartSkipped(division, numbers[i], reason);
            else _pay(division, d, numbers[i], wallets[i]);
        }
    }

    /// @inheritdoc IFinalDivision
    function claimKept(uint32 town, uint16 number) external nonReentrant {
        (address wallet, ) = _MEMBERS.memberAt(town, number);
        require(wallet == msg.sender || !_MEMBERS.isWaiting(wallet), FinalDivisionWaiting(town, number));
        uint256 amount = keptOf[town][number];
        if (amount == 0) return;

        delete keptOf[town][number];

        emit KeptPartsPaid({town: town, number: number, wallet: wallet, amount: amount});

        _TOWNS.currencyOf(town).safeTransfer(wallet, amount);
    }

    /// @inheritdoc IFinalDivision
    function divisionOf(uint256 division) external view returns (Division memory) {
        return _divisions[division];
    }

    /// @inheritdoc IFinalDivision
    function isPaid(uint256 division, uint16 number) external view returns (bool) {
        return _paid[division].get(number);
    }

    /// @dev Both pay all they hold for the town; together it must have arrived.
    function _collect(uint32 town, IERC20 currency) private returns (uint256 fromPool, uint256 fromFund) {
        uint256 balanceBefore = currency.balanceOf(address(this));

        fromPool = _CONTRIBUTIONS.surrender(town);
        fromFund = _TREASURY.surrender(town);

        uint256 balanceAfter = currency.balanceOf(address(this));
        require(
            balanceAfter == balanceBefore + fromPool + fromFund,
            Money.MoneyNotReceivedInFull(currency, fromPool + fromFund, balanceBefore, balanceAfter)
        );
    }

    /// @dev Pays one member; what the currency refuses is kept for them.
    function _pay(uint256 division, Division memory d, uint16 number, address wallet) private {
        _paid[division].set(number);

        emit PartClaimed({division: division, number: number, wallet: wallet, amount: d.cashPerActive});

        if (d.currency.tryPay(wallet, d.cashPerActive)) return;

        keptOf[d.town][number] += d.cashPerActive;

        emit PartKept({division: division, number: number, wallet: wallet, amount: d.cashPerActive});
    }

    /// @dev The error that stands between a member number and its part; empty for none.
    function _whyNot(
        uint256 division,
        Division memory d,
        uint16 number,
        bool waits
    ) private view returns (bytes memory) {
        if (_paid[division].get(number)) {
            return abi.encodeWithSelector(FinalDivisionPaidAlready.selector, division, number);
        }

        uint256 quarters = _CONTRIBUTIONS.quartersAt(d.town, d.timesheet, number);
        if (quarters < Timesheet.SHIFT) {
            return abi.encodeWithSelector(FinalDivisionNotActive.selector, division, number, quarters);
        }
        if (waits) return abi.encodeWithSelector(FinalDivisionWaiting.selector, d.town, number);
        return "";
    }

    /// @dev Divided is what a town has that lacked a key for so long, once in as long a time: what comes in later may be
    /// meant for those who find its ambassadors again.
    function _requireLost(uint32 town) private view {
        uint256 since = _TOWNS.dormantSince(town);
        if (since != 0 && dividedAt[town] > since) since = dividedAt[town];
        require(
            since != 0 && block.timestamp >= since + DORMANT_FOR,
            FinalDivisionTooEarly(town, since, block.timestamp)
        );
    }
}
