// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ProjectGhosts} from "./ProjectGhosts.sol";

/// @title HoursGhosts: hours, money for members, INFINITY and benefits
abstract contract HoursGhosts is ProjectGhosts {
    /// @dev `from` is the index of the first timesheet it adds to. `cameIn` is the week that ran when it came in, 0 before
    /// the town's first final timesheet.
    struct Stream {
        uint256 perWeek;
        uint256 from;
        uint256 left;
        uint256 cameIn;
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
        uint256 jumpSince; // 0 when what is pending never was a jump
        uint256 submitter; // whose byte whoever submitted may not write
        address writer; // of what is pending
        uint256 lastWeek; // finalised last, whether or not anybody was active; 0 for none
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
    mapping(uint32 town => mapping(uint256 week => bool)) internal done;
    mapping(uint32 town => mapping(uint256 week => uint256)) internal openUntil; // of rejected weeks
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
        uint256 cameIn = h.lastWeek == 0 ? 0 : currentWeek();
        h.streams.push(Stream({perWeek: amount / weeks_, from: fundedFrom(town), left: weeks_, cameIn: cameIn}));
        h.carry += amount - (amount / weeks_) * weeks_;
    }

    /// @dev The index of the timesheet that money coming in now begins with.
    function fundedFrom(uint32 town) internal view returns (uint256 index) {
        Hours storage h = hoursOf[town];
        index = h.sheets.length;
        if (h.reviewEnds != 0) index++;
        if (h.lastWeek == 0) return index;
        for (uint256 week = currentWeek() - 16; week < currentWeek(); week++) {
            bool counted = h.reviewEnds != 0 && week == h.pendingWeek;
            if (isOpenWeek(town, week) && !counted) index++;
        }
    }

    /// @dev Whether a week's hours can be submitted: it has ended, follows the last final one, and is one of the last
    /// eight or was rejected within seven days, at most sixteen weeks back.
    function isOpenWeek(uint32 town, uint256 week) internal view returns (bool) {
        uint256 current = currentWeek();
        if (week <= hoursOf[town].lastWeek || week >= current || week + 16 < current) return false;
        return week + 8 >= current || block.timestamp < openUntil[town][week];
    }

    function passesOver(uint32 town, uint256 week) internal view returns (bool) {
        for (uint256 earlier = currentWeek() - 16; earlier < week; earlier++) {
            if (isOpenWeek(town, earlier)) return true;
        }
        return false;
    }

    /// @dev How many electors a town has, and one more than the index of the timesheet that names them.
    function electorsOf(uint32 town) internal view returns (uint256 sheet, uint256 active) {
        Sheet[] storage sheets = hoursOf[town].sheets;
        uint256 looked;
        for (uint256 i = sheets.length; i > 0 && looked < 4; i--) {
            if (sheets[i - 1].week + 8 >= currentWeek()) continue;
            looked++;
            if (sheets[i - 1].active > active) (sheet, active) = (i, sheets[i - 1].active);
        }
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

    /// @dev Members with a shift, one byte at a time.
    function activeIn(bytes memory quarters) internal pure returns (uint256 active) {
        for (uint256 i = 0; i < quarters.length; i++) {
            if (uint8(quarters[i]) >= 12) active++;
        }
    }

    /// @dev Whether a number was active in a timesheet.
    function wasActive(uint32 town, uint256 sheet, uint256 number) internal view returns (bool) {
        bytes storage quarters = hoursOf[town].sheets[sheet].quarters;
        return number > 0 && number <= quarters.length && uint8(quarters[number - 1]) >= 12;
    }
}
