// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Roles} from "../../contracts/roles/Roles.sol";
import {Currencies} from "./Currencies.sol";

/// @title Offices: who holds which key, by the handlers' own reckoning
/// @dev Each of the two towns has its own country here.
abstract contract Offices is Currencies {
    struct Office {
        address holder;
        uint256 actsFrom;
        uint256 vacantSince;
        address next; // appointed while the holder was in power
        uint256 nextActsFrom;
    }

    // A wallet that a Town Ambassador has named for a key.
    struct Named {
        bytes32 role;
        address wallet;
        address by;
        uint256 namedAt;
    }

    uint16 internal constant COUNTRY_1 = 710;
    uint16 internal constant COUNTRY_2 = 276;
    uint16 internal constant COUNTRY_3 = 392;

    mapping(uint32 town => Office) internal townOffice;
    mapping(uint32 town => Office) internal countryOffice;
    mapping(uint32 town => Named) internal namedIn; // one at a time is enough here
    mapping(uint32 town => address) internal assistant; // the second coordinator
    mapping(uint32 town => address) internal steward;
    mapping(uint32 town => mapping(address wallet => bool)) internal isProjectManager;
    address internal nextHeadOffice; // chosen by the present one, and not in office yet

    /// @dev The town's acting ambassador; zero for nobody.
    function townKey(uint32 town) internal view returns (address) {
        return _keyOf(townOffice[town]);
    }

    /// @dev The acting ambassador of the town's country; zero for nobody.
    function countryKey(uint32 town) internal view returns (address) {
        return _keyOf(countryOffice[town]);
    }

    function isActive(uint32 town) internal view returns (bool) {
        return townKey(town) != address(0) && countryKey(town) != address(0);
    }

    /// @dev Since when a town has lacked one of its ambassadors; 0 when it has both.
    function dormantSince(uint32 town) internal view returns (uint256 since) {
        Office[2] memory offices = [townOffice[town], countryOffice[town]];
        for (uint256 i = 0; i < 2; i++) {
            if (acts(offices[i])) continue;
            if (since == 0 || offices[i].vacantSince < since) since = offices[i].vacantSince;
        }
    }

    /// @dev Since when a wallet has acted as a town's or its country's ambassador; 0 when it does not.
    function actsSince(uint32 town, address wallet) internal view returns (uint256) {
        bool ofTown = nowIn(townOffice[town]).holder == wallet;
        Office memory office = nowIn(ofTown ? townOffice[town] : countryOffice[town]);
        return wallet != address(0) && office.holder == wallet && acts(office) ? office.actsFrom : 0;
    }

    /// @dev Whether what a wallet proposed waits still for the other key.
    function isAwaited(uint32 town, address proposer, uint256 proposedAt) internal view returns (bool) {
        uint256 since = actsSince(town, proposer);
        return since != 0 && since <= proposedAt && block.timestamp < proposedAt + 30 days;
    }

    /// @dev Whether a wallet holds any key.
    function holdsKey(address wallet) internal view returns (bool holds) {
        holds = wallet == headOffice;
        for (uint32 town = 1; town <= TOWNS; town++) {
            holds = holds || _isIn(townOffice[town], wallet) || _isIn(countryOffice[town], wallet);
            holds = holds || wallet == officers[town].registrar || _isCoordinator(wallet, town);
        }
    }

    /// @dev The key that a wallet holds; zero for none.
    function keyNow(address wallet) internal view returns (bytes32) {
        if (wallet == headOffice) return Roles.HEAD_OFFICE;
        for (uint32 town = 1; town <= TOWNS; town++) {
            if (_isIn(townOffice[town], wallet)) return Roles.townAmbassador(town);
            if (_isIn(countryOffice[town], wallet)) return Roles.countryAmbassador(countryOf(town));
            if (wallet == officers[town].registrar) return Roles.registrar(town);
            if (_isCoordinator(wallet, town)) return Roles.coordinator(town);
        }
        return 0;
    }

    /// @dev Whether whom a Town Ambassador named can be confirmed: they are in the office in which they named them.
    function isNamedNow(uint32 town) internal view returns (bool) {
        Named memory n = namedIn[town];
        Office memory office = nowIn(townOffice[town]);
        bool inOffice = n.by == office.holder && office.actsFrom <= n.namedAt;
        return n.wallet != address(0) && inOffice && block.timestamp < n.namedAt + 30 days;
    }

    /// @dev Whether a wallet has any power in a town.
    function isOfficial(address wallet, uint32 town) internal view returns (bool) {
        Officers memory o = officers[town];
        if (wallet == townKey(town) || wallet == countryKey(town) || wallet == headOffice) return true;
        if (_isIn(townOffice[town], wallet) || _isIn(countryOffice[town], wallet)) return true;
        if (wallet == o.registrar || wallet == o.manager || wallet == o.payout) return true;
        if (wallet == nextHeadOffice || isProjectManager[town][wallet]) return true;
        return wallet == steward[town] || _isCoordinator(wallet, town);
    }

    /// @dev One in power serves until the successor's powers begin.
    function takeOffice(Office storage office, address wallet) internal {
        uint256 from = block.timestamp + (office.actsFrom == 0 ? 0 : 7 days);
        if (office.holder == address(0)) (office.holder, office.actsFrom) = (wallet, from);
        else (office.next, office.nextActsFrom) = (wallet, from);
    }

    /// @dev One who never acted leaves the vacancy as old as it was; who waits, waits on.
    function vacate(Office storage office, address wallet) internal {
        if (office.holder == wallet) {
            if (block.timestamp >= office.actsFrom) office.vacantSince = block.timestamp;
            if (office.next != address(0)) office.actsFrom = office.nextActsFrom;
            office.holder = office.next;
        }
        office.next = address(0);
    }

    /// @dev Whoever waited long enough has taken over.
    function settleOffices() internal {
        for (uint32 town = 1; town <= TOWNS; town++) {
            if (_isOver(townOffice[town])) {
                townOffice[town] = nowIn(townOffice[town]);
                officers[town].townAmbassador = townOffice[town].holder;
            }
            if (!_isOver(countryOffice[town])) continue;
            countryOffice[town] = nowIn(countryOffice[town]);
            officers[town].countryAmbassador = countryOffice[town].holder;
        }
    }

    /// @dev An office as it is now.
    function nowIn(Office memory office) internal view returns (Office memory) {
        if (!_isOver(office)) return office;
        (office.holder, office.actsFrom, office.next) = (office.next, office.nextActsFrom, address(0));
        return office;
    }

    /// @dev A wallet loses what it holds in a town.
    function leaveTown(address wallet, uint32 town) internal {
        settleOffices();
        Officers storage o = officers[town];
        if (_isIn(townOffice[town], wallet)) {
            vacate(townOffice[town], wallet);
            o.townAmbassador = townOffice[town].holder;
        }
        if (o.registrar == wallet) o.registrar = address(0);
        if (o.coordinator == wallet) o.coordinator = address(0);
        if (assistant[town] == wallet) assistant[town] = address(0);
        if (steward[town] == wallet) steward[town] = address(0);
        isProjectManager[town][wallet] = false;
    }

    /// @dev A wallet loses what it holds anywhere.
    function leaveOffice(address wallet) internal {
        for (uint32 town = 1; town <= TOWNS; town++) {
            leaveTown(wallet, town);
            if (!_isIn(countryOffice[town], wallet)) continue;
            vacate(countryOffice[town], wallet);
            officers[town].countryAmbassador = countryOffice[town].holder;
        }
    }

    function countryOf(uint32 town) internal pure returns (uint16) {
        return town == 1 ? COUNTRY_1 : COUNTRY_2;
    }

    function _isCoordinator(address wallet, uint32 town) private view returns (bool) {
        return wallet == officers[town].coordinator || wallet == assistant[town];
    }

    function acts(Office memory office) internal view returns (bool) {
        office = nowIn(office);
        return office.holder != address(0) && block.timestamp >= office.actsFrom;
    }

    function _keyOf(Office memory office) private view returns (address) {
        return acts(office) ? nowIn(office).holder : address(0);
    }

    function _isIn(Office memory office, address wallet) private view returns (bool) {
        office = nowIn(office);
        return wallet == office.holder || wallet == office.next;
    }

    function _isOver(Office memory office) private view returns (bool) {
        return office.next != address(0) && block.timestamp >= office.nextActsFrom;
    }
}
