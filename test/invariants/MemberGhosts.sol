// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Tier} from "../../contracts/members/IMemberRegistry.sol";
import {Offices} from "./Offices.sol";

/// @title MemberGhosts: who lives where, whose wallet is whose, and who was away when
abstract contract MemberGhosts is Offices {
    struct Known {
        uint32 town;
        uint16 country;
        uint256 until;
        Tier best1; // the nearest this person ever was to town 1
        Tier best2; // and to town 2
        uint256 number; // in their present town
        bool left;
        bool suspended;
        bytes32 id;
        uint16 idCountry; // whose office attested them last
        uint256 movedIn; // the week of their last move; 0 for none
        uint256 nonce; // how often they were attested or left
    }

    /// @dev Whole weeks between going away and coming back are nobody's hours.
    struct Absent {
        uint256 since;
        uint256 back; // 0 while away
    }

    struct Announced {
        uint32 toTown;
        uint16 toCountry; // 0 for none
    }

    address[] internal people;
    address[] internal strangers;
    mapping(address wallet => Known) internal known;
    mapping(address wallet => bool) private _listed;
    mapping(address wallet => mapping(uint32 town => uint256 number)) internal keptNumber;
    mapping(address wallet => Announced) internal announced;
    mapping(address wallet => address) internal successorOf;
    mapping(address wallet => bool) internal isClosed; // its person died
    mapping(address wallet => bool) internal inherits; // may hold what a person left, wherever it lives
    mapping(address wallet => uint256) internal objectedAt; // to a new wallet, or an heir
    mapping(address wallet => mapping(uint16 country => bool)) internal hasId;
    mapping(address wallet => address) internal nomineeOf;
    mapping(uint32 town => mapping(uint256 number => Absent[])) internal absences;

    function rollPerson() internal returns (address) {
        return people[roll(people.length)];
    }

    /// @dev Anybody else.
    function rollOther(address wallet) internal returns (address other) {
        other = rollPerson();
        if (other == wallet) other = strangers[wallet == strangers[0] ? 1 : 0];
    }

    /// @dev Somebody who lives in a town, if only by a date that has passed; zero when nobody does.
    function rollResident(uint32 town) internal returns (address) {
        uint256 start = roll(people.length);
        for (uint256 i = 0; i < people.length; i++) {
            address wallet = people[(start + i) % people.length];
            if (known[wallet].town == town) return wallet;
        }
        return address(0);
    }

    function rollTown() internal returns (uint32) {
        return uint32(1 + roll(TOWNS));
    }

    /// @dev Where what was a wallet's belongs by now.
    function presentWallet(address wallet) internal view returns (address) {
        while (successorOf[wallet] != address(0)) wallet = successorOf[wallet];
        return wallet;
    }

    function idOf(address wallet) internal view returns (bytes32) {
        return known[wallet].id == 0 ? personIdOf(wallet) : known[wallet].id;
    }

    function tierNow(address wallet, uint32 town) internal view returns (Tier) {
        Known storage k = known[wallet];
        if (k.country == 0 || k.suspended) return Tier.None;
        if (k.town == town && k.until >= block.timestamp) return Tier.Local;
        return k.country == countryOf(town) ? Tier.Country : Tier.World;
    }

    function bestTier(address wallet, uint32 town) internal view returns (Tier) {
        return town == 1 ? known[wallet].best1 : known[wallet].best2;
    }

    /// @dev Writes down a person whom somebody attested.
    function know(address wallet, uint32 town, uint16 country, uint256 until) internal {
        list(wallet);
        Known storage k = known[wallet];
        if (k.country == 0) k.id = personIdOf(wallet);
        if (k.country == 0 || k.town != town) {
            k.number = k.country == 0 ? 0 : keptNumber[wallet][town];
            k.left = k.number > 0;
        }
        (k.town, k.country, k.until) = (town, country, until);
        if (town != 0) k.idCountry = countryOf(town);
        else if (k.idCountry == 0) k.idCountry = COUNTRY_1;
        hasId[wallet][k.idCountry] = true;
        k.nonce++;
        k.best1 = _nearer(k.best1, _tierOf(k, 1));
        k.best2 = _nearer(k.best2, _tierOf(k, 2));
    }

    function list(address wallet) internal {
        if (_listed[wallet]) return;
        _listed[wallet] = true;
        people.push(wallet);
    }

    /// @dev Writes down that a number went away in this week; of nobody, or one who is away already, nothing changes.
    function goAway(uint32 town, uint256 number) internal {
        if (number == 0 || isAway(town, number)) return;
        absences[town][number].push(Absent({since: currentWeek(), back: 0}));
    }

    /// @dev Writes down that a number came back in this week, or in the next when its person has moved house in this one.
    function comeBack(uint32 town, uint256 number, bool movedNow) internal {
        Absent[] storage list_ = absences[town][number];
        list_[list_.length - 1].back = currentWeek() + (movedNow ? 1 : 0);
    }

    /// @dev Writes down that a number was as good as never away.
    function neverGone(uint32 town, uint256 number) internal {
        Absent[] storage list_ = absences[town][number];
        list_[list_.length - 1].back = list_[list_.length - 1].since;
    }

    /// @dev Writes down that the week in which somebody moves house counts in the old town alone.
    function comeNextWeek(uint32 town, uint256 number) internal {
        absences[town][number].push(Absent({since: currentWeek() - 1, back: currentWeek() + 1}));
    }

    function isAway(uint32 town, uint256 number) internal view returns (bool) {
        Absent[] storage list_ = absences[town][number];
        return list_.length > 0 && list_[list_.length - 1].back == 0;
    }

    function wasAway(uint32 town, uint256 number, uint256 week) internal view returns (bool away) {
        Absent[] storage list_ = absences[town][number];
        for (uint256 i = 0; i < list_.length; i++) {
            away = away || (week > list_[i].since && (list_[i].back == 0 || week < list_[i].back));
        }
    }

    function isResident(address wallet, uint32 town) internal view returns (bool) {
        Known storage k = known[wallet];
        return k.country != 0 && k.town == town && !k.suspended && block.timestamp <= k.until;
    }

    function isMember(address wallet, uint32 town) internal view returns (bool) {
        Known storage k = known[wallet];
        return k.town == town && k.number > 0 && !k.left && !k.suspended;
    }

    function currentWeek() internal view returns (uint256) {
        return (block.timestamp - 4 days) / 7 days;
    }

    function _tierOf(Known storage k, uint32 town) private view returns (Tier) {
        if (k.town == town) return Tier.Local;
        return k.country == countryOf(town) ? Tier.Country : Tier.World;
    }

    function _nearer(Tier before, Tier tier) private pure returns (Tier) {
        return before == Tier.None || tier < before ? tier : before;
    }
}
