// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IMemberRegistry} from "../../contracts/members/IMemberRegistry.sol";
import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title PeopleHandler: people are attested, join, leave, come back, are suspended, move house
abstract contract PeopleHandler is Ghosts {
    bytes32 private constant _ADMISSION = keccak256(
        "Admission(uint32 town,address wallet,bytes32 personId,uint40 residentUntil,uint256 nonce,uint256 deadline)"
    );

    bool private _crowdCame;

    /// @dev A registrar attests somebody, mostly one who waits to join or lives in the town already.
    function attest(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        address registrar = officers[town].registrar;
        address wallet = _rollAttested(town);
        if (registrar == address(0) || wallet == address(0)) return;
        bool joins = roll(4) != 0;
        uint40 until = uint40(block.timestamp + 1 days + roll(roll(2) == 0 ? 60 days : 900 days));
        IMemberRegistry.Attestation[] memory attestations = new IMemberRegistry.Attestation[](1);
        attestations[0] = IMemberRegistry.Attestation(wallet, until, joins, idOf(wallet));

        bytes4 foretold = _whyNotAttest(wallet, town);
        bytes memory data = abi.encodeCall(IMemberRegistry.attest, (town, attestations));
        requireOutcome(attempt(registrar, address(members), data), 0, "13: a batch never fails by an entry");
        if (foretold != 0) return _requireSkipped(wallet);

        _attestGhost(wallet, town, until, joins);
        succeed("attest");
    }

    /// @dev Once a run a registrar admits a dozen people nobody has heard of: so many make a week a jump.
    function admitCrowd(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        address registrar = officers[town].registrar;
        if (_crowdCame || registrar == address(0)) return;
        uint40 until = uint40(block.timestamp + 900 days);
        IMemberRegistry.Attestation[] memory crowd = new IMemberRegistry.Attestation[](12);
        for (uint256 i = 0; i < crowd.length; i++) {
            address wallet = personNamed(string.concat("one of a crowd ", vm.toString(i)));
            crowd[i] = IMemberRegistry.Attestation(wallet, until, true, personIdOf(wallet));
        }

        bytes memory data = abi.encodeCall(IMemberRegistry.attest, (town, crowd));
        requireOutcome(attempt(registrar, address(members), data), 0, "admitCrowd");
        if (!isActive(town)) return _requireSkipped(crowd[0].wallet);

        for (uint256 i = 0; i < crowd.length; i++) {
            _attestGhost(crowd[i].wallet, town, until, true);
        }
        _crowdCame = true;
        succeed("admitCrowd");
    }

    /// @dev Anyone sends what a registrar signed; now and then too late, signed by another, or with another nonce.
    function joinWithSignature(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        address registrar = officers[town].registrar;
        address wallet = _rollAttested(town);
        if (registrar == address(0) || wallet == address(0)) return;
        IMemberRegistry.Admission memory a = IMemberRegistry.Admission({
            town: town,
            wallet: wallet,
            personId: idOf(wallet),
            residentUntil: uint40(block.timestamp + 1 days + roll(900 days)),
            nonce: known[wallet].nonce + (roll(12) == 0 ? 1 : 0),
            deadline: block.timestamp - (roll(12) == 0 ? 1 : 0)
        });
        address signer = roll(8) == 0 ? rollPerson() : registrar;
        address named = roll(8) == 0 ? rollPerson() : signer;
        bytes32 hash = keccak256(abi.encode(_ADMISSION, a));
        bytes memory signature = signed(signer, address(members), "One Small Town members", hash);

        bytes4 foretold = _whyNotJoin(a, signer, named);
        bytes memory data = abi.encodeCall(IMemberRegistry.join, (a, named, signature));
        requireOutcome(attempt(rollPerson(), address(members), data), foretold, "13: joined as a registrar signed");
        if (foretold != 0) return;

        _attestGhost(wallet, town, a.residentUntil, true);
        bytes4 again = attempt(rollPerson(), address(members), data);
        requireOutcome(again, IMemberRegistry.MemberRegistryAdmissionUsed.selector, "13: a signature admits once");
        succeed("join by signature");
    }

    /// @dev A Country Ambassador attests somebody who lives in no town: a stranger, or one who moved away.
    function attestOutsider(uint256 seed) external handler(seed) {
        uint32 ambassadorOf = rollTown();
        Office memory office = countryOffice[ambassadorOf];
        if (office.holder == address(0)) return;
        uint16 country = [COUNTRY_1, COUNTRY_2, COUNTRY_3][roll(3)];
        address wallet = _rollMover(0);
        if (wallet == address(0)) wallet = rollPerson();
        IMemberRegistry.Outsider[] memory outsiders = new IMemberRegistry.Outsider[](1);
        outsiders[0] = IMemberRegistry.Outsider(wallet, country, idOf(wallet));

        bool acting = block.timestamp >= office.actsFrom;
        bytes4 refusal = acting ? bytes4(0) : IMemberRegistry.MemberRegistryNotCountryAmbassador.selector;
        bytes4 foretold = _whyNotOutsider(wallet, countryOf(ambassadorOf), country);
        bytes memory data = abi.encodeCall(IMemberRegistry.attestOutsiders, (countryOf(ambassadorOf), outsiders));
        requireOutcome(attempt(office.holder, address(members), data), refusal, "13: outsiders");
        if (!acting) return;
        if (foretold != 0) return _requireSkipped(wallet);

        uint16 idCountry = countryOf(ambassadorOf);
        _settle(wallet, 0, country, 0);
        (known[wallet].idCountry, hasId[wallet][idCountry]) = (idCountry, true);
        succeed("attestOutsider");
    }

    /// @dev Somebody leaves the contribution force; officers stay, or towns would have none.
    function resign(uint256 seed) external handler(seed) {
        address wallet = rollPerson();
        uint32 town = known[wallet].town;
        if (holdsKey(wallet) && roll(8) != 0) return;

        bool member = town != 0 && isMember(wallet, town);
        bytes4 foretold = member ? bytes4(0) : IMemberRegistry.MemberRegistryNotMember.selector;
        bytes memory data = abi.encodeCall(IMemberRegistry.resign, ());
        requireOutcome(attempt(wallet, address(members), data), foretold, "resign");
        if (foretold != 0) return;

        known[wallet].left = true;
        known[wallet].nonce++;
        goAway(town, known[wallet].number);
        succeed("resign");
    }

    /// @dev Somebody announces to move to another town, to no town, or to stay.
    function moveHouse(uint256 seed) external handler(seed) {
        address wallet = rollPerson();
        if (_isNeeded(wallet)) return;
        uint32 toTown = uint32(roll(TOWNS + 2));
        uint16 toCountry =
            toTown == 0 || toTown > TOWNS ? [COUNTRY_1, COUNTRY_2, COUNTRY_3][roll(3)] : countryOf(toTown);
        if (roll(12) == 0) toCountry = 0;
        Known storage k = known[wallet];

        bytes4 foretold;
        if (k.country == 0) foretold = IMemberRegistry.MemberRegistryNoHome.selector;
        else if (k.suspended) foretold = IMemberRegistry.MemberRegistrySuspended.selector;
        else if (toTown > TOWNS) foretold = ITownRegistry.TownRegistryNoSuchTown.selector;
        else if (toCountry == 0) foretold = IMemberRegistry.MemberRegistryBadCountry.selector;

        bytes memory data = abi.encodeCall(IMemberRegistry.moveHouse, (toTown, toCountry));
        requireOutcome(attempt(wallet, address(members), data), foretold, "moveHouse");
        if (foretold != 0) return;

        bool stays = toTown == k.town && toCountry == k.country;
        announced[wallet] = stays ? Announced(0, 0) : Announced({toTown: toTown, toCountry: toCountry});
        succeed("moveHouse");
    }

    /// @dev A registrar proposes to suspend somebody, and the Town Ambassador confirms.
    function suspend(uint256 seed) external handler(seed) {
        address wallet = rollPerson();
        Known storage k = known[wallet];
        uint32 town = k.town;
        address registrar = officers[town].registrar;
        if (town == 0 || registrar == address(0) || roll(2) == 0 || _isNeeded(wallet)) return;

        bytes4 foretold;
        if (!isActive(town)) foretold = ITownRegistry.TownRegistryDormant.selector;
        else if (k.suspended) foretold = IMemberRegistry.MemberRegistrySuspended.selector;

        bytes memory data = abi.encodeCall(IMemberRegistry.proposeSuspension, (wallet, bytes32("reason")));
        requireOutcome(attempt(registrar, address(members), data), foretold, "proposeSuspension");
        if (foretold != 0) return;

        data = abi.encodeCall(IMemberRegistry.confirmSuspension, (wallet, bytes32("reason")));
        requireOutcome(attempt(townKey(town), address(members), data), 0, "confirmSuspension");
        k.suspended = true;
        goAway(town, k.number);
        leaveTown(wallet, town);
        succeed("state: suspended");
    }

    function reinstate(uint256 seed) external handler(seed) {
        address wallet = _rollSuspended();
        Known storage k = known[wallet];
        address by = countryKey(k.town);
        if (k.town == 0 || by == address(0)) return;

        bytes4 foretold = k.suspended ? bytes4(0) : IMemberRegistry.MemberRegistryNotSuspended.selector;

        bytes memory data = abi.encodeCall(IMemberRegistry.reinstate, (wallet));
        requireOutcome(attempt(by, address(members), data), foretold, "reinstate");
        if (foretold != 0) return;

        k.suspended = false;
        if (k.number > 0 && !k.left) neverGone(k.town, k.number);
        succeed("reinstate");
    }

    function _attestGhost(address wallet, uint32 town, uint256 until, bool joins) private {
        _settle(wallet, town, countryOf(town), until);
        Known storage k = known[wallet];
        if (joins && k.number == 0) {
            join(wallet, town);
            if (k.movedIn == currentWeek()) comeNextWeek(town, k.number);
            succeed("admit");
        } else if (joins && k.left) {
            k.left = false;
            comeBack(town, k.number, k.movedIn == currentWeek());
            reach("state: left and came back");
        }
    }

    /// @dev Writes down that somebody was attested, and has left an earlier home with it.
    function _settle(address wallet, uint32 town, uint16 country, uint256 until) private {
        Known storage k = known[wallet];
        if (k.country != 0 && (k.town != town || (town == 0 && k.country != country))) {
            delete announced[wallet];
            k.movedIn = currentWeek();
        }
        if (k.country != 0 && k.town != 0 && k.town != town) {
            if (k.number != 0) keptNumber[wallet][k.town] = k.number;
            goAway(k.town, k.number);
            leaveTown(wallet, k.town);
            reach("state: moved house");
        }
        know(wallet, town, country, until);
    }

    function _whyNotJoin(
        IMemberRegistry.Admission memory a,
        address signer,
        address named
    ) private view returns (bytes4) {
        if (block.timestamp > a.deadline) return IMemberRegistry.MemberRegistryAdmissionNotNow.selector;
        if (signer != named) return IMemberRegistry.MemberRegistryBadSignature.selector;
        if (a.nonce != known[a.wallet].nonce) return IMemberRegistry.MemberRegistryAdmissionUsed.selector;
        if (named != officers[a.town].registrar) return IMemberRegistry.MemberRegistryNotRegistrar.selector;
        return _whyNotAttest(a.wallet, a.town);
    }

    function _whyNotAttest(address wallet, uint32 town) private view returns (bytes4 why) {
        why = _whyNotIdentify(wallet, countryOf(town));
        if (why != 0 || known[wallet].town == town) return why;
        why = _whyNotMove(wallet, town, countryOf(town));
        if (why == 0 && !isActive(town)) why = ITownRegistry.TownRegistryDormant.selector;
    }

    function _whyNotOutsider(address wallet, uint16 office, uint16 to) private view returns (bytes4 why) {
        why = _whyNotIdentify(wallet, office);
        Known storage k = known[wallet];
        if (why != 0 || k.country == 0) return why;
        bool moves = k.town != 0 || k.country != to;
        if (k.idCountry != office && !(moves && to == office)) {
            return IMemberRegistry.MemberRegistryOtherCountry.selector;
        }
        if (moves) return _whyNotMove(wallet, 0, to);
    }

    function _whyNotMove(address wallet, uint32 town, uint16 country) private view returns (bytes4) {
        Known storage k = known[wallet];
        Announced storage move = announced[wallet];
        if (k.country == 0) return 0;
        if (move.toTown != town || move.toCountry != country) {
            return IMemberRegistry.MemberRegistryLivesElsewhere.selector;
        }
        bool lately = k.movedIn != 0 && currentWeek() < k.movedIn + 8;
        return lately ? IMemberRegistry.MemberRegistryMovedLately.selector : bytes4(0);
    }

    /// @dev Each country keeps ids of its own; one that a new wallet has taken along is that wallet's.
    function _whyNotIdentify(address wallet, uint16 office) private view returns (bytes4 why) {
        if (successorOf[wallet] != address(0)) {
            bool moved = !isClosed[wallet] && hasId[wallet][office];
            return
                moved
                    ? IMemberRegistry.MemberRegistryPersonKnown.selector
                    : IMemberRegistry.MemberRegistrySuperseded.selector;
        }
        if (known[wallet].suspended) return IMemberRegistry.MemberRegistrySuspended.selector;
    }

    /// @dev An entry of a batch that is skipped changes nothing.
    function _requireSkipped(address wallet) private view {
        vm.assertEq(members.personOf(wallet).nonce, known[wallet].nonce, "13: a skipped entry changes nothing");
    }

    /// @dev Those without whom a town's businesses cannot go on; and most others in office, most of the time.
    function _isNeeded(address wallet) private returns (bool) {
        for (uint32 town = 1; town <= TOWNS; town++) {
            if (wallet == officers[town].manager || wallet == officers[town].payout) return true;
        }
        return holdsKey(wallet) && roll(6) != 0;
    }

    function _rollAttested(uint32 town) private returns (address wallet) {
        uint256 choice = roll(4);
        if (choice == 0) return rollPerson();
        if (choice == 1) return rollResident(town);
        wallet = _rollMover(town);
        if (wallet != address(0) || choice == 2) return wallet;
        return _rollWaiting(town);
    }

    /// @dev Somebody who said that they move to a town; zero when nobody did.
    function _rollMover(uint32 town) private returns (address) {
        uint256 start = roll(people.length);
        for (uint256 i = 0; i < people.length; i++) {
            address wallet = people[(start + i) % people.length];
            if (announced[wallet].toCountry != 0 && announced[wallet].toTown == town) return wallet;
        }
        return address(0);
    }

    /// @dev A resident who has not joined, or has left; zero when there is none.
    function _rollWaiting(uint32 town) private returns (address) {
        uint256 start = roll(people.length);
        for (uint256 i = 0; i < people.length; i++) {
            address wallet = people[(start + i) % people.length];
            if (known[wallet].town == town && !isMember(wallet, town)) return wallet;
        }
        return address(0);
    }

    function _rollSuspended() private returns (address wallet) {
        uint256 start = roll(people.length);
        for (uint256 i = 0; i < people.length; i++) {
            wallet = people[(start + i) % people.length];
            if (known[wallet].suspended) return wallet;
        }
    }
}
