// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IMemberRegistry} from "../../contracts/members/IMemberRegistry.sol";
import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {IAuthority} from "../../contracts/roles/IAuthority.sol";
import {Roles} from "../../contracts/roles/Roles.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title OfficeHandler: ambassadors come and go, towns fall dormant, head office stands in
abstract contract OfficeHandler is Ghosts {
    /// @dev Head office removes one of both; not often, since little happens in a dormant town.
    function removeAmbassador(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        bool ofTown = roll(2) == 0;
        Office storage office = ofTown ? townOffice[town] : countryOffice[town];
        if (office.holder != address(0) && roll(3) != 0) return;

        bytes4 foretold = office.holder == address(0) ? ITownRegistry.TownRegistryNoAmbassador.selector : bytes4(0);
        bytes memory data =
            ofTown
                ? abi.encodeCall(ITownRegistry.removeTownAmbassador, (town))
                : abi.encodeCall(ITownRegistry.removeCountryAmbassador, (countryOf(town)));
        requireOutcome(attempt(headOffice, address(towns), data), foretold, "removeAmbassador");
        if (foretold != 0) return;

        vacate(office);
        if (ofTown) officers[town].townAmbassador = address(0);
        else officers[town].countryAmbassador = address(0);
        succeed("removeAmbassador");
    }

    /// @dev Head office appoints one, of a vacant office if there is one: a resident for a town, anybody for a country.
    function appointAmbassador(uint256 seed) external handler(seed) {
        (uint32 town, bool ofTown) = _rollOffice();
        Office storage office = ofTown ? townOffice[town] : countryOffice[town];
        address wallet = ofTown && roll(4) != 0 ? rollResident(town) : rollPerson();
        if (ofTown && known[wallet].town == town && roll(2) == 0) _attestNominee(town, wallet);

        bytes4 foretold;
        if (wallet == office.holder) foretold = IAuthority.AuthorityInOffice.selector;
        else if (holdsKey(wallet)) foretold = IAuthority.AuthoritySecondKey.selector;
        else if (ofTown && !isResident(wallet, town)) foretold = IAuthority.AuthorityNotResident.selector;
        else if (office.holder != address(0)) foretold = IAuthority.AuthorityInOffice.selector;

        bytes memory data =
            ofTown
                ? abi.encodeCall(ITownRegistry.appointTownAmbassador, (town, wallet))
                : abi.encodeCall(ITownRegistry.appointCountryAmbassador, (countryOf(town), wallet));
        requireOutcome(attempt(headOffice, address(towns), data), foretold, "appointAmbassador");
        if (foretold != 0) return;

        takeOffice(office, wallet);
        if (ofTown) officers[town].townAmbassador = wallet;
        else officers[town].countryAmbassador = wallet;
        succeed("appointAmbassador");
    }

    /// @dev The Town Ambassador fills an office of the support team that somebody has lost.
    function appointSupport(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        address by = townOffice[town].holder;
        uint256 which = _vacancy(town);
        if (by == address(0) || which == 4) return;
        bytes32 role =
            which == 0
                ? Roles.registrar(town)
                : which == 3
                    ? Roles.steward(town)
                    : Roles.coordinator(town);
        address wallet = roll(4) == 0 ? rollPerson() : rollResident(town);
        if (wallet == officers[town].coordinator || wallet == assistant[town]) return;

        bytes4 foretold;
        if (by != townKey(town)) foretold = IAccessControl.AccessControlUnauthorizedAccount.selector;
        else if (which != 3 && holdsKey(wallet)) foretold = IAuthority.AuthoritySecondKey.selector;
        else if (!isResident(wallet, town)) foretold = IAuthority.AuthorityNotResident.selector;

        bytes memory data = abi.encodeCall(IAccessControl.grantRole, (role, wallet));
        requireOutcome(attempt(by, address(authority), data), foretold, "appointSupport");
        if (foretold != 0) return;

        if (which == 0) officers[town].registrar = wallet;
        else if (which == 1) officers[town].coordinator = wallet;
        else if (which == 2) assistant[town] = wallet;
        else steward[town] = wallet;
        succeed("appointSupport");
    }

    /// @dev Time passes to where head office stands in, or where a town without keys may be divided.
    function passDormancy(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        uint256 since = dormantSince(town);
        if (since == 0 || !mayJump()) return;
        uint256 moment = since + (roll(2) == 0 ? 365 days : 90 days) - roll(2);
        if (moment > block.timestamp) vm.warp(moment);
        succeed("passDormancy");
    }

    /// @dev Head office attests a resident anew, in any state of the town; one who is suspended stays so.
    function _attestNominee(uint32 town, address wallet) private {
        uint40 until = uint40(block.timestamp + 365 days);
        ITownRegistry.Nominee memory nominee = ITownRegistry.Nominee(wallet, until, idOf(wallet));
        bytes4 foretold = known[wallet].suspended ? IMemberRegistry.MemberRegistrySuspended.selector : bytes4(0);
        bytes memory data = abi.encodeCall(ITownRegistry.attestNominee, (town, nominee));
        requireOutcome(attempt(headOffice, address(towns), data), foretold, "attestNominee");
        if (foretold == 0) know(wallet, town, countryOf(town), until);
    }

    function _vacancy(uint32 town) private view returns (uint256) {
        if (officers[town].registrar == address(0)) return 0;
        if (officers[town].coordinator == address(0)) return 1;
        if (assistant[town] == address(0)) return 2;
        return steward[town] == address(0) ? 3 : 4;
    }

    function _rollOffice() private returns (uint32 town, bool ofTown) {
        town = rollTown();
        ofTown = roll(2) == 0;
        for (uint256 i = 0; i < 4; i++) {
            if ((ofTown ? townOffice[town] : countryOffice[town]).holder == address(0)) return (town, ofTown);
            if (i % 2 == 0) ofTown = !ofTown;
            else town = 3 - town;
        }
    }
}
