// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IMemberRegistry} from "../../contracts/members/IMemberRegistry.sol";
import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {IAuthority} from "../../contracts/roles/IAuthority.sol";
import {Roles} from "../../contracts/roles/Roles.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title OfficeHandler: ambassadors come and go, keys are named and confirmed, towns fall dormant
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

        vacate(office, office.holder);
        if (ofTown) officers[town].townAmbassador = office.holder;
        else officers[town].countryAmbassador = office.holder;
        succeed("removeAmbassador");
    }

    /// @dev Head office takes back the appointment of one who waits; one in office stays.
    function takeBackAppointment(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        Office storage office = townOffice[town];
        address waits = acts(office) ? office.next : office.holder;
        if (waits == address(0) && roll(4) != 0) return;

        bytes4 foretold = waits == address(0) ? IAuthority.AuthorityNobodyWaits.selector : bytes4(0);
        bytes memory data = abi.encodeCall(ITownRegistry.takeBackAppointment, (Roles.townAmbassador(town)));
        requireOutcome(attempt(headOffice, address(towns), data), foretold, "takeBackAppointment");
        if (foretold != 0) return;

        vacate(office, waits);
        officers[town].townAmbassador = office.holder;
        succeed("takeBackAppointment");
    }

    /// @dev Head office appoints one who has accepted: to a vacant office if there is one, or over one in office; a resident
    /// for a town, whom it may attest for that, anybody for a country.
    function appointAmbassador(uint256 seed) external handler(seed) {
        (uint32 town, bool ofTown) = _rollOffice();
        Office storage office = ofTown ? townOffice[town] : countryOffice[town];
        address wallet = ofTown && roll(4) != 0 ? rollResident(town) : rollPerson();
        bool nominated = ofTown && known[wallet].town == town && roll(2) == 0;

        bytes4 foretold;
        if (nominated && known[wallet].suspended) foretold = IMemberRegistry.MemberRegistrySuspended.selector;
        else if (wallet == office.holder || wallet == office.next) foretold = IAuthority.AuthorityInOffice.selector;
        else if (holdsKey(wallet)) foretold = IAuthority.AuthoritySecondKey.selector;
        else if (ofTown && !nominated && !isResident(wallet, town)) foretold = IAuthority.AuthorityNotResident.selector;
        else if (office.next != address(0)) foretold = IAuthority.AuthorityInOffice.selector;
        else if (office.holder != address(0) && !acts(office)) foretold = IAuthority.AuthorityInOffice.selector;

        bytes memory data = _appointment(town, ofTown, wallet, nominated);
        requireOutcome(attempt(headOffice, address(towns), data), foretold, "appointAmbassador");
        if (foretold != 0) return;

        if (nominated) know(wallet, town, countryOf(town), block.timestamp + 365 days);
        takeOffice(office, wallet);
        if (ofTown) officers[town].townAmbassador = office.holder;
        else officers[town].countryAmbassador = office.holder;
        succeed(office.next == wallet ? "appointAmbassador over another" : "appointAmbassador");
    }

    /// @dev The Town Ambassador fills an office of the support team that somebody has lost: a steward's at once; for a key
    /// they name somebody, or take back whom they named.
    function appointSupport(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        address by = townOffice[town].holder;
        uint256 which = _vacancy(town);
        if (by == address(0) || which == 4) return;
        address wallet = roll(4) == 0 ? rollPerson() : rollResident(town);
        if (wallet == officers[town].coordinator || wallet == assistant[town]) return;
        if (which != 3) return _name(town, by, which == 0 ? Roles.registrar(town) : Roles.coordinator(town), wallet);

        bytes4 foretold;
        if (by != townKey(town)) foretold = IAccessControl.AccessControlUnauthorizedAccount.selector;
        else if (!isResident(wallet, town)) foretold = IAuthority.AuthorityNotResident.selector;
        bytes memory data = abi.encodeCall(IAccessControl.grantRole, (Roles.steward(town), wallet));
        requireOutcome(attempt(by, address(authority), data), foretold, "appointSupport");
        if (foretold != 0) return;

        steward[town] = wallet;
        succeed("appointSupport");
    }

    /// @dev Either ambassador sends the steward or the second coordinator away, at once; now and then another town's tries.
    function dismissSupport(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        bool asSteward = roll(2) == 0;
        address wallet = asSteward ? steward[town] : assistant[town];
        uint32 from = roll(8) == 0 ? 3 - town : town;
        address by = roll(2) == 0 ? townKey(from) : countryKey(from);
        if (wallet == address(0) || by == address(0)) return;

        bytes4 foretold = from == town ? bytes4(0) : IAccessControl.AccessControlUnauthorizedAccount.selector;
        bytes32 role = asSteward ? Roles.steward(town) : Roles.coordinator(town);
        bytes memory data = abi.encodeCall(IAccessControl.revokeRole, (role, wallet));
        requireOutcome(attempt(by, address(authority), data), foretold, "dismissSupport");
        if (foretold != 0) return;

        if (asSteward) steward[town] = address(0);
        else assistant[town] = address(0);
        succeed("dismissSupport");
    }

    /// @dev The Country Ambassador confirms whom the Town Ambassador named; now and then somebody else tries, or it is
    /// about another wallet.
    function confirmSupport(uint256 seed) external handler(seed) {
        uint32 town = namedIn[1].wallet != address(0) && roll(2) == 0 ? 1 : 2;
        Named memory n = namedIn[town];
        if (n.wallet == address(0)) return;
        address by = roll(8) == 0 ? townOffice[town].holder : countryOffice[town].holder;
        if (by == address(0)) return;
        address wallet = roll(8) == 0 ? rollPerson() : n.wallet;

        bytes4 foretold;
        if (by != countryKey(town)) foretold = IAccessControl.AccessControlUnauthorizedAccount.selector;
        else if (wallet != n.wallet || !isNamedNow(town)) foretold = IAuthority.AuthorityNotNamed.selector;
        else if (holdsKey(wallet)) foretold = IAuthority.AuthoritySecondKey.selector;
        else if (!isResident(wallet, town)) foretold = IAuthority.AuthorityNotResident.selector;
        bytes memory data = abi.encodeCall(IAuthority.confirmKey, (n.role, wallet));
        requireOutcome(attempt(by, address(authority), data), foretold, "20: two keys give a key");
        if (foretold != 0) return;

        delete namedIn[town];
        if (n.role == Roles.registrar(town)) officers[town].registrar = wallet;
        else if (officers[town].coordinator == address(0)) officers[town].coordinator = wallet;
        else assistant[town] = wallet;
        succeed("confirmSupport");
    }

    function _name(uint32 town, address by, bytes32 role, address wallet) private {
        if (isNamedNow(town)) {
            if (by != townKey(town) || roll(4) != 0) return;
            bytes memory end = abi.encodeCall(IAuthority.takeBackNaming, (namedIn[town].role, namedIn[town].wallet));
            requireOutcome(attempt(by, address(authority), end), 0, "takeBackNaming");
            delete namedIn[town];
            succeed("takeBackNaming");
        }

        bool forged = roll(8) == 0;
        bytes4 foretold;
        if (by != townKey(town)) foretold = IAccessControl.AccessControlUnauthorizedAccount.selector;
        else if (forged) foretold = IAuthority.AuthorityNotAccepted.selector;
        IAuthority.Acceptance memory word = freshWord(role, wallet);
        if (forged) word = freshWord(Roles.steward(town), wallet);
        bytes memory data = abi.encodeCall(IAuthority.nameForKey, (role, wallet, word));
        requireOutcome(attempt(by, address(authority), data), foretold, "20: nobody without their word");
        if (foretold != 0) return;

        namedIn[town] = Named({role: role, wallet: wallet, by: by, namedAt: block.timestamp});
        succeed("nameSupport");
    }

    function _appointment(uint32 town, bool ofTown, address wallet, bool nominated) private returns (bytes memory) {
        bytes32 role = ofTown ? Roles.townAmbassador(town) : Roles.countryAmbassador(countryOf(town));
        IAuthority.Acceptance memory word = freshWord(role, wallet);
        if (!ofTown) return abi.encodeCall(ITownRegistry.appointCountryAmbassador, (countryOf(town), wallet, word));
        if (!nominated) return abi.encodeCall(ITownRegistry.appointTownAmbassador, (town, wallet, word));

        uint40 until = uint40(block.timestamp + 365 days);
        ITownRegistry.Nominee memory nominee = ITownRegistry.Nominee(wallet, until, idOf(wallet));
        return abi.encodeCall(ITownRegistry.appointNominee, (town, nominee, word));
    }

    /// @dev Time passes to where a town without keys may be divided, or nearly.
    function passDormancy(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        uint256 since = dormantSince(town);
        if (since == 0 || !mayJump()) return;
        uint256 moment = since + (roll(2) == 0 ? 365 days : 90 days) - roll(2);
        if (moment > block.timestamp) vm.warp(moment);
        succeed("passDormancy");
    }

    function _vacancy(uint32 town) private view returns (uint256) {
        if (steward[town] == address(0)) return 3;
        if (officers[town].registrar == address(0)) return 0;
        if (officers[town].coordinator == address(0)) return 1;
        return assistant[town] == address(0) ? 2 : 4;
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
