// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IContributions} from "../../contracts/hours/IContributions.sol";
import {IEnrolment} from "../../contracts/members/IEnrolment.sol";
import {IMemberRegistry} from "../../contracts/members/IMemberRegistry.sol";
import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {IProfitSplitter} from "../../contracts/profit/IProfitSplitter.sol";
import {ITownTreasury} from "../../contracts/profit/ITownTreasury.sol";
import {IAuthority} from "../../contracts/roles/IAuthority.sol";
import {Roles} from "../../contracts/roles/Roles.sol";
import {IDeeds} from "../../contracts/shares/IDeeds.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {IReleases} from "../../contracts/shares/IReleases.sol";
import {IShareOffering} from "../../contracts/shares/IShareOffering.sol";
import {vm} from "../support/Vm.sol";
import {OutsideHandler} from "./OutsideHandler.sol";

/// @title AbuseHandler: everybody with a key tries to get at money alone, and two keys try without waiting
/// @dev Invariant 12. Whatever fails with which error, at the end none of them has more than before.
abstract contract AbuseHandler is OutsideHandler {
    function abuse(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        address abuser = _rollOfficial(town);
        if (abuser == address(0)) return;

        attackTokens(abuser);
        _abuseRoles(abuser, town);
        _abuseBetweenContracts(abuser, town);
        _abuseShares(abuser);
        _payOneself(abuser, town);
        _abuseTogether(town);
        succeed("abuse");
    }

    /// @dev One person has all offices of a town but one ambassador's, and head office, with a wallet for each. What needs
    /// that ambassador they cannot do, whoever of theirs sends it; and what they began alone is nothing.
    function abuseAsOnePerson(uint256 seed) external handler(seed) {
        uint32 town = rollTown();
        address puppet = personNamed(string.concat("puppet ", vm.toString(calls)));
        bytes32 role = roll(2) == 0 ? Roles.registrar(town) : Roles.coordinator(town);
        if (roll(2) == 0) _withoutCountryAmbassador(town, puppet, role);
        else _withoutTownAmbassador(town, puppet, role);

        bytes4 denied = IAccessControl.AccessControlUnauthorizedAccount.selector;
        tryInVain(puppet, address(authority), abi.encodeCall(IAuthority.confirmKey, (role, puppet)), denied);
        IMemberRegistry.Attestation[] memory invented = new IMemberRegistry.Attestation[](1);
        uint40 until = uint40(block.timestamp + 1 days);
        invented[0] = IMemberRegistry.Attestation(puppet, until, true, personIdOf(puppet));
        tryInVain(
            puppet,
            address(members),
            abi.encodeCall(IMemberRegistry.attest, (town, invented)),
            IMemberRegistry.MemberRegistryNotRegistrar.selector
        );
        vm.assertEq(authority.keyOf(puppet), 0, "20: no key without the other ambassador");
        succeed("abuseAsOnePerson");
    }

    function _withoutCountryAmbassador(uint32 town, address puppet, bytes32 role) private {
        address by = townKey(town);
        if (by == address(0)) return;
        address target = address(authority);
        bytes memory data = abi.encodeCall(IAuthority.nameForKey, (role, puppet, freshWord(role, puppet)));
        requireOutcome(attempt(by, target, data), 0, "20: a Town Ambassador names alone");
        bytes32 office = Roles.townAmbassador(town);
        data = abi.encodeCall(ITownRegistry.proposeAttestationLimit, (office, 2_000));
        requireOutcome(attempt(by, address(towns), data), 0, "20: a Town Ambassador proposes alone");

        address[7] memory own = _ownWallets(town, by);
        for (uint256 i = 0; i < own.length; i++) {
            if (own[i] == address(0) || own[i] == countryKey(town)) continue;
            data = abi.encodeCall(IAuthority.confirmKey, (role, puppet));
            tryInVain(own[i], target, data, IAccessControl.AccessControlUnauthorizedAccount.selector);
            data = abi.encodeCall(ITownRegistry.confirmAttestationLimit, (office, 2_000));
            tryInVain(own[i], address(towns), data, ITownRegistry.TownRegistryNotCountryAmbassador.selector);
        }

        data = abi.encodeCall(IAuthority.takeBackNaming, (role, puppet));
        requireOutcome(attempt(roll(2) == 0 ? by : puppet, target, data), 0, "20: a naming is taken back");
        data = abi.encodeCall(ITownRegistry.takeBackAttestationLimit, (office));
        requireOutcome(attempt(by, address(towns), data), 0, "20: a limit is taken back");
        vm.assertEq(towns.attestationsAWeek(town), 200, "20: no limit rises without the other ambassador");
    }

    function _withoutTownAmbassador(uint32 town, address puppet, bytes32 role) private {
        address by = countryKey(town);
        if (by == address(0)) return;
        address target = address(authority);
        IAuthority.Acceptance memory word = freshWord(role, puppet);
        address[7] memory own = _ownWallets(town, by);
        for (uint256 i = 0; i < own.length; i++) {
            if (own[i] == address(0) || own[i] == townKey(town)) continue;
            bytes memory data = abi.encodeCall(IAuthority.nameForKey, (role, puppet, word));
            tryInVain(own[i], target, data, IAccessControl.AccessControlUnauthorizedAccount.selector);
            data = abi.encodeCall(ITownRegistry.proposeAttestationLimit, (Roles.townAmbassador(town), 2_000));
            tryInVain(own[i], address(towns), data, ITownRegistry.TownRegistryNotInOffice.selector);
        }
        bytes memory confirmation = abi.encodeCall(IAuthority.confirmKey, (role, puppet));
        tryInVain(by, target, confirmation, IAuthority.AuthorityNotNamed.selector);
    }

    /// @dev One ambassador's, head office's, and those of the support team.
    function _ownWallets(uint32 town, address ambassador) private view returns (address[7] memory) {
        Officers storage o = officers[town];
        return [ambassador, headOffice, o.registrar, o.coordinator, assistant[town], steward[town], o.manager];
    }

    function _abuseRoles(address abuser, uint32 town) private {
        bytes4 denied = IAccessControl.AccessControlUnauthorizedAccount.selector;
        tryToGrant(abuser, Roles.APPOINTER, denied);
        tryToGrant(abuser, Roles.NOBODY, denied);
        bytes4 isKey = IAuthority.AuthorityIsKey.selector;
        tryToGrant(abuser, Roles.countryAmbassador(COUNTRY_3), isKey);
        tryToGrant(abuser, Roles.townAmbassador(town), isKey);
        tryToGrant(abuser, Roles.registrar(town), isKey);
        tryToGrant(abuser, Roles.coordinator(town), isKey);
        bytes4 notRegistry = IAuthority.AuthorityNotMemberRegistry.selector;
        tryInVain(abuser, address(authority), abi.encodeCall(IAuthority.leaveOffice, (headOffice)), notRegistry);
        tryInVain(abuser, address(authority), abi.encodeCall(IAuthority.leaveTown, (abuser, town)), notRegistry);
    }

    /// @dev What only another contract may do.
    function _abuseBetweenContracts(address abuser, uint32 town) private {
        tryInVain(
            abuser,
            address(splitter),
            abi.encodeCall(IDeeds.seal, (neverOffered)),
            IProfitSplitter.ProfitSplitterNotOffering.selector
        );
        address target = address(treasury);
        bytes memory data = abi.encodeCall(ITownTreasury.deposit, (town, 1, 1));
        tryInVain(abuser, target, data, ITownTreasury.TownTreasuryNotDepositor.selector);
        data = abi.encodeCall(ITownTreasury.surrender, (town));
        tryInVain(abuser, target, data, ITownTreasury.TownTreasuryNotFinalDivision.selector);
        target = address(contributions);
        data = abi.encodeCall(IContributions.surrender, (town));
        tryInVain(abuser, target, data, IContributions.ContributionsNotFinalDivision.selector);
        data = abi.encodeCall(IEnrolment.enrol, (town, 1, 1));
        tryInVain(abuser, target, data, IContributions.ContributionsNotMemberRegistry.selector);
        target = address(members);
        data = abi.encodeCall(IMemberRegistry.attestNominee, (town, abuser, uint40(block.timestamp + 1), bytes32("x")));
        tryInVain(abuser, target, data, IMemberRegistry.MemberRegistryNotTownRegistry.selector);
        address victim = people[roll(people.length)];
        bytes4 notSuccession = IMemberRegistry.MemberRegistryNotSuccession.selector;
        tryInVain(abuser, target, abi.encodeCall(IMemberRegistry.moveWallet, (victim, abuser)), notSuccession);
        tryInVain(abuser, target, abi.encodeCall(IMemberRegistry.close, (victim, abuser)), notSuccession);
    }

    function _abuseShares(address abuser) private {
        if (sales.length == 1) return;
        uint256 offering = 1 + roll(sales.length - 1);
        Sale storage s = sales[offering];
        bytes memory data = abi.encodeCall(IShareOffering.payOut, (offering, abuser, 1));
        tryInVain(abuser, address(offerings), data, IShareOffering.ShareOfferingNotReleases.selector);
        data = abi.encodeCall(IReleases.drop, (s.business, abuser));
        tryInVain(abuser, address(releases), data, IReleases.ReleasesNotToken.selector);
        bytes4 notReleases = IInvestorToken.InvestorTokenNotReleases.selector;
        tryInVain(abuser, address(s.token), abi.encodeCall(IInvestorToken.pledge, (abuser)), notReleases);
        tryInVain(abuser, address(s.token), abi.encodeCall(IInvestorToken.unpledge, (abuser)), notReleases);
    }

    /// @dev A spending to oneself, whatever one's key, and steps that belong to another key.
    function _payOneself(address abuser, uint32 town) private {
        uint64 project = (uint64(town) << 32) | 1;
        if (holdsKey(abuser)) {
            _mustFail(
                abuser,
                abi.encodeCall(ITownTreasury.propose, (project, 1, abuser, documentOf("me"))),
                address(treasury)
            );
            _mustFail(
                abuser,
                abi.encodeCall(ITownTreasury.proposeFromOffice, (project, 1, abuser, documentOf("me"))),
                address(treasury)
            );
        }
        for (uint256 id = spendings.length > 4 ? spendings.length - 4 : 1; id < spendings.length; id++) {
            if (spendings[id].proposer != abuser) continue;
            _mustFail(abuser, abi.encodeCall(ITownTreasury.approve, (id, spendingContent(id))), address(treasury));
        }
    }

    /// @dev Both keys of a town want to pay each other, and to pay out before the time is over.
    function _abuseTogether(uint32 town) private {
        (address one, address other) = (townKey(town), countryKey(town));
        if (one == address(0) || other == address(0)) return;
        uint64 project = (uint64(town) << 32) | 1;
        bytes4 badPayee = ITownTreasury.TownTreasuryBadPayee.selector;
        bytes memory data = abi.encodeCall(ITownTreasury.propose, (project, 1, other, documentOf("you")));
        tryInVain(one, address(treasury), data, badPayee);
        data = abi.encodeCall(ITownTreasury.proposeFromOffice, (project, 1, one, documentOf("you")));
        tryInVain(other, address(treasury), data, badPayee);
        for (uint256 id = spendings.length > 4 ? spendings.length - 4 : 1; id < spendings.length; id++) {
            bool payable_ = spendings[id].payableFrom != 0 && block.timestamp >= spendings[id].payableFrom;
            if (!payable_) _mustFail(one, abi.encodeCall(ITownTreasury.execute, (id)), address(treasury));
        }
        for (uint256 id = 1; id < sales.length; id++) {
            Sale storage s = sales[id];
            bool payable_ = s.payableFrom != 0 && block.timestamp >= s.payableFrom;
            if (!payable_) _mustFail(other, abi.encodeCall(IReleases.release, (id)), address(releases));
            bool windsUp = s.windUpFrom != 0 && block.timestamp >= s.windUpFrom;
            if (!windsUp) _mustFail(other, abi.encodeCall(IReleases.payWindUp, (id)), address(releases));
        }
    }

    /// @dev One step would be another key's, or nobody's: which error says so depends on the key.
    function _mustFail(address abuser, bytes memory data, address target) private {
        vm.assertTrue(attempt(abuser, target, data) != 0, "12: nobody can move money to themself");
    }

    function _rollOfficial(uint32 town) private returns (address) {
        Officers storage o = officers[town];
        uint64 business = businesses[roll(businesses.length)];
        address[9] memory officials = [
            headOffice,
            countryOffice[town].holder,
            townOffice[town].holder,
            o.registrar,
            o.coordinator,
            assistant[town],
            steward[town],
            managementOf[business].manager,
            managementOf[business].payout
        ];
        return officials[roll(9)];
    }
}
