// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ProjectKind} from "../../contracts/projects/IProjectRegistry.sol";
import {IAuthority} from "../../contracts/roles/IAuthority.sol";
import {Roles} from "../../contracts/roles/Roles.sol";
import {vm} from "../support/Vm.sol";
import {ProfitGhosts} from "./ProfitGhosts.sol";

/// @title Ghosts: what the handlers know by themselves
/// @dev Two towns, their people, and a plain second bookkeeping of everything that happens. Nothing in it is read from
/// the contracts that it is compared with.
abstract contract Ghosts is ProfitGhosts {
    mapping(bytes32 role => mapping(address wallet => mapping(uint256 signedAt => bool))) private _given;

    /// @dev Every handler: time has passed since the last one, and may pass within it.
    modifier handler(uint256 seed) {
        begin(seed);
        settleOffices();
        address[] memory officials = _officials();
        uint256[][2] memory before = [balancesOf(1, officials), balancesOf(2, officials)];
        bytes32[2] memory holdings = [_holdingsIn(1), _holdingsIn(2)];
        judgeAll();
        _;
        judgeAll();
        watchPhases();
        _watchKeys();
        if (!isStatedPath) _requireNobodyPaid(officials, before);
        _requireOneTownOnly(holdings);
    }

    constructor() {
        deploySystem();
        sales.push();
        promises.push();
        spendings.push();
        keptParts.push();
        divisions.push();
        _settleTown("Alpha", COUNTRY_1);
        _settleTown("Beta", COUNTRY_2);
        _addOutsiders();
        for (uint32 town = 1; town <= TOWNS; town++) {
            addBusiness(town, ProjectKind.Community);
            addBusiness(town, ProjectKind.Cornerstone);
        }
        neverOffered = addBusiness(2, ProjectKind.Cornerstone);
    }

    /// @dev A wallet's word, never twice of the same second, so that none is used already.
    function freshWord(bytes32 role, address wallet) internal returns (IAuthority.Acceptance memory) {
        uint256 signedAt = block.timestamp;
        // The first of each office gave their word at the start.
        while (signedAt == START || _given[role][wallet][signedAt]) signedAt--;
        _given[role][wallet][signedAt] = true;
        return acceptedAt(role, wallet, signedAt);
    }

    /// @dev Counts calls after which a town lacked a key, or had somebody waiting for one.
    function _watchKeys() private {
        for (uint32 town = 1; town <= TOWNS; town++) {
            if (!isActive(town)) reach("state: dormant");
            if (nowIn(townOffice[town]).next != address(0)) reach("state: a successor waits");
        }
    }

    /// @dev Head office, and everybody with an office in one of the towns or businesses.
    function _officials() private view returns (address[] memory wallets) {
        wallets = new address[](1 + 6 * TOWNS + 2 * businesses.length);
        wallets[0] = headOffice;
        for (uint32 town = 1; town <= TOWNS; town++) {
            uint256 i = 6 * town - 5;
            (wallets[i], wallets[i + 1]) = (townOffice[town].holder, countryOffice[town].holder);
            (wallets[i + 2], wallets[i + 3]) = (officers[town].registrar, officers[town].coordinator);
            (wallets[i + 4], wallets[i + 5]) = (assistant[town], steward[town]);
        }
        for (uint256 n = 0; n < businesses.length; n++) {
            uint256 i = 1 + 6 * TOWNS + 2 * n;
            Management storage management = managementOf[businesses[n]];
            (wallets[i], wallets[i + 1]) = (management.manager, management.payout);
        }
    }

    /// @dev Invariant 12: outside the stated paths nobody in office is paid.
    function _requireNobodyPaid(address[] memory officials, uint256[][2] memory before) private view {
        for (uint32 town = 1; town <= TOWNS; town++) {
            uint256[] memory afterwards = balancesOf(town, officials);
            for (uint256 i = 0; i < afterwards.length; i++) {
                vm.assertLe(
                    afterwards[i],
                    before[town - 1][i],
                    "12: nobody in office is paid outside the stated paths"
                );
            }
        }
    }

    /// @dev Invariant 6: no call moves the money of two towns.
    function _requireOneTownOnly(bytes32[2] memory before) private view {
        bool one = _holdingsIn(1) == before[0];
        bool other = _holdingsIn(2) == before[1];
        vm.assertTrue(one || other, "6: another town's money is never touched");
    }

    /// @dev All that our contracts hold of a town's currency, as one figure that differs when anything does.
    function _holdingsIn(uint32 town) private view returns (bytes32 figure) {
        address[] memory holders = moneyHolders();
        uint256[] memory amounts = balancesOf(town, holders);
        for (uint256 i = 0; i < holders.length; i++) {
            if (amounts[i] > 0) figure = keccak256(abi.encode(figure, holders[i], amounts[i]));
        }
    }

    function _settleTown(string memory name, uint16 country) private {
        uint32 town = foundTown(country, name);
        Officers memory o = officers[town];
        (townOffice[town].holder, townOffice[town].actsFrom) = (o.townAmbassador, block.timestamp);
        (countryOffice[town].holder, countryOffice[town].actsFrom) = (o.countryAmbassador, block.timestamp);
        uint256 until = block.timestamp + 3 * 365 days;
        know(o.townAmbassador, town, country, until);
        know(o.registrar, town, country, until);
        know(o.coordinator, town, country, until);
        know(o.manager, town, country, until);
        join(o.coordinator, town);
        isProjectManager[town][o.manager] = true;

        for (uint256 i = 0; i < 6; i++) {
            address wallet = personNamed(string.concat("resident of ", name, string(abi.encodePacked(uint8(65 + i)))));
            // Two residencies end while sales run.
            uint256 theirs = i % 3 == 0 ? block.timestamp + 45 days : until;
            bool joins = i < 3;
            attestResident(town, wallet, uint40(theirs), joins);
            know(wallet, town, country, theirs);
            if (joins) join(wallet, town);
        }
        assistant[town] = people[people.length - 1];
        steward[town] = people[people.length - 2];
        giveKey(Roles.coordinator(town), assistant[town]);
        vm.prank(o.townAmbassador);
        authority.grantRole(Roles.steward(town), steward[town]);
    }

    function _addOutsiders() private {
        uint16[3] memory countries = [COUNTRY_1, COUNTRY_2, COUNTRY_3];
        for (uint256 i = 0; i < 6; i++) {
            address wallet = personNamed(string.concat("outsider ", string(abi.encodePacked(uint8(65 + i)))));
            attestOutsider(1, wallet, countries[i % 3]);
            know(wallet, 0, countries[i % 3], 0);
        }
        for (uint256 i = 0; i < 2; i++) {
            strangers.push(personNamed(string.concat("stranger ", string(abi.encodePacked(uint8(65 + i))))));
            list(strangers[i]);
        }
        list(officers[1].payout);
        list(officers[2].payout);
    }
}
