// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ProjectGhosts} from "./ProjectGhosts.sol";

/// @title HoursGhosts: hours, money for members, INFINITY and benefits
abstract contract HoursGhosts is ProjectGhosts {
    struct Stream {
        uint256 perWeek;
        uint256 left;
    }

    struct Sheet {
        uint256 week;
        bytes quarters;
        uint256 available;
        uint256 active;
        uint256 cashPerActive;
    }

    struct Hours {
        address[] wallets; // number 1 first
        uint256[] joinedIn;
        Stream[] streams;
        uint256 carry;
        Sheet[] sheets;
        bytes pending;
        uint256 pendingWeek;
        uint256 reviewEnds; // 0 when nothing is pending
        uint256 window; // of the pending review
        address writer; // of what is pending
        uint256 lastWorked; // one more than the index of the last timesheet with anybody active
        uint256 funded;
        uint256 paid;
        uint256 surrendered;
    }

    struct Promise {
        uint32 town;
        bool perShift;
        uint256 units;
        uint256 validWeeks;
        uint256 lastWeek;
    }

    struct Redeemed {
        uint256 benefit;
        uint256 week;
        uint256 number;
    }

    mapping(uint32 town => Hours) internal hoursOf;
    mapping(uint32 town => uint256) internal reviewWindow;
    mapping(uint32 town => mapping(uint256 week => bool)) internal done;
    mapping(uint32 town => mapping(uint256 number => uint256)) internal cursor;
    mapping(uint32 town => mapping(uint256 number => uint256)) internal keptCash;
    mapping(uint32 town => mapping(uint256 number => mapping(uint256 week => bool))) internal paidFor;

    uint256 internal minted;
    uint256 internal burnt;
    uint256 internal givenInfinity; // donations of INFINITY to Contributions

    Promise[] internal promises; // the one with id 0 is empty
    Redeemed[] internal redemptions;
    mapping(uint256 benefit => mapping(uint256 week => mapping(uint256 number => uint256))) internal redeemed;

    /// @dev Writes down that a resident joined.
    function join(address wallet, uint32 town) internal {
        hoursOf[town].wallets.push(wallet);
        hoursOf[town].joinedIn.push(currentWeek());
        known[wallet].number = hoursOf[town].wallets.length;
    }

    /// @dev Writes down money for a town's members.
    function fundGhost(uint32 town, uint256 amount, uint256 weeks_) internal {
        Hours storage h = hoursOf[town];
        h.funded += amount;
        h.streams.push(Stream({perWeek: amount / weeks_, left: weeks_}));
        h.carry += amount - (amount / weeks_) * weeks_;
    }

    /// @dev What a member earned from timesheet `from` to before `upTo`, one byte at a time.
    function earned(
        uint32 town,
        uint256 number,
        uint256 from,
        uint256 upTo
    ) internal view returns (uint256 infinities, uint256 cash) {
        for (uint256 i = from; i < upTo; i++) {
            Sheet storage sheet = hoursOf[town].sheets[i];
            if (number > sheet.quarters.length) continue;
            uint256 quarters = uint8(sheet.quarters[number - 1]);
            infinities += (quarters / 12) * 1e18;
            if (quarters >= 12) cash += sheet.cashPerActive;
        }
    }

    /// @dev Whether a number was active in a timesheet.
    function wasActive(uint32 town, uint256 sheet, uint256 number) internal view returns (bool) {
        bytes storage quarters = hoursOf[town].sheets[sheet].quarters;
        return number > 0 && number <= quarters.length && uint8(quarters[number - 1]) >= 12;
    }
}
