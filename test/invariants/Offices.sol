// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Currencies} from "./Currencies.sol";

/// @title Offices: who holds which key, by the handlers' own reckoning
/// @dev Each of the two towns has its own country here.
abstract contract Offices is Currencies {
    struct Office {
        address holder;
        uint256 actsFrom;
        uint256 vacantSince;
    }

    uint16 internal constant COUNTRY_1 = 710;
    uint16 internal constant COUNTRY_2 = 276;
    uint16 internal constant COUNTRY_3 = 392;

    mapping(uint32 town => Office) internal townOffice;
    mapping(uint32 town => Office) internal countryOffice;
    mapping(uint32 town => address) internal assistant; // the second coordinator
    mapping(uint32 town => address) internal steward;
    mapping(uint32 town => mapping(address wallet => bool)) internal isProjectManager;
    address internal nextHeadOffice; // chosen by the present one, and not in office yet

    /// @dev Who acts for a town: its ambassador, or head office after 90 days without one; zero for nobody.
    function townKey(uint32 town) internal view returns (address) {
        return _keyOf(townOffice[town], countryOffice[town]);
    }

    /// @dev Who acts for the town's country, in the same way.
    function countryKey(uint32 town) internal view returns (address) {
        return _keyOf(countryOffice[town], townOffice[town]);
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

    /// @dev Whether a wallet holds any key.
    function holdsKey(address wallet) internal view returns (bool holds) {
        holds = wallet == headOffice;
        for (uint32 town = 1; town <= TOWNS; town++) {
            holds = holds || wallet == townOffice[town].holder || wallet == countryOffice[town].holder;
            holds = holds || wallet == officers[town].registrar || _isCoordinator(wallet, town);
        }
    }

    /// @dev Whether a wallet has any power in a town.
    function isOfficial(address wallet, uint32 town) internal view returns (bool) {
        Officers memory o = officers[town];
        if (wallet == townKey(town) || wallet == countryKey(town) || wallet == headOffice) return true;
        if (wallet == townOffice[town].holder || wallet == countryOffice[town].holder) return true;
        if (wallet == o.registrar || wallet == o.manager || wallet == o.payout) return true;
        if (wallet == nextHeadOffice || isProjectManager[town][wallet]) return true;
        return wallet == steward[town] || _isCoordinator(wallet, town);
    }

    function takeOffice(Office storage office, address wallet) internal {
        office.holder = wallet;
        office.actsFrom = block.timestamp + (office.actsFrom == 0 ? 0 : 7 days);
    }

    /// @dev One who never acted leaves the vacancy as old as it was.
    function vacate(Office storage office) internal {
        if (block.timestamp >= office.actsFrom) office.vacantSince = block.timestamp;
        office.holder = address(0);
    }

    /// @dev A wallet loses what it holds in a town.
    function leaveTown(address wallet, uint32 town) internal {
        Officers storage o = officers[town];
        if (townOffice[town].holder == wallet) {
            vacate(townOffice[town]);
            o.townAmbassador = address(0);
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
            if (countryOffice[town].holder != wallet) continue;
            vacate(countryOffice[town]);
            officers[town].countryAmbassador = address(0);
        }
    }

    function countryOf(uint32 town) internal pure returns (uint16) {
        return town == 1 ? COUNTRY_1 : COUNTRY_2;
    }

    function _isCoordinator(address wallet, uint32 town) private view returns (bool) {
        return wallet == officers[town].coordinator || wallet == assistant[town];
    }

    function acts(Office memory office) internal view returns (bool) {
        return office.holder != address(0) && block.timestamp >= office.actsFrom;
    }

    function _keyOf(Office memory office, Office memory other) private view returns (address) {
        if (acts(office)) return office.holder;
        bool long = office.vacantSince != 0 && block.timestamp >= office.vacantSince + 90 days;
        return long && acts(other) ? headOffice : address(0);
    }
}
