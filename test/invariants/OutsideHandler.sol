// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IAccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/IAccessControlDefaultAdminRules.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IContributions} from "../../contracts/hours/IContributions.sol";
import {IInfinityToken} from "../../contracts/hours/IInfinityToken.sol";
import {Document} from "../../contracts/lib/Document.sol";
import {IMemberRegistry, Tier} from "../../contracts/members/IMemberRegistry.sol";
import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {IProfitSplitter} from "../../contracts/profit/IProfitSplitter.sol";
import {ITownTreasury} from "../../contracts/profit/ITownTreasury.sol";
import {IProjectRegistry, ProjectKind} from "../../contracts/projects/IProjectRegistry.sol";
import {IAuthority} from "../../contracts/roles/IAuthority.sol";
import {Roles} from "../../contracts/roles/Roles.sol";
import {IDeeds} from "../../contracts/shares/IDeeds.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {IReleases} from "../../contracts/shares/IReleases.sol";
import {IShareOffering} from "../../contracts/shares/IShareOffering.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title OutsideHandler: time passes, strangers give and attack
abstract contract OutsideHandler is Ghosts {
    /// @dev Some hours, some days, or exactly to where something of a running sale changes.
    function passTime(uint256 seed) external handler(seed) {
        uint256 choice = roll(4);
        if (choice < 2) vm.warp(block.timestamp + 1 + roll(12 hours));
        else if (choice == 2) vm.warp(block.timestamp + roll(3 days));
        else _passToABoundary();
        succeed("passTime");
    }

    /// @dev Money of either currency sent straight to a contract changes nothing for anybody.
    function donate(uint256 seed) external handler(seed) {
        address[5] memory receivers = [
            address(contributions),
            address(offerings),
            address(splitter),
            address(treasury),
            address(sales[roll(sales.length)].token)
        ];
        address receiver = receivers[roll(5)];
        if (receiver == address(0)) return;
        uint256 amount = roll(1e12);
        uint32 town = rollTown();

        currencyOf(town).mint(receiver, amount);

        givenTo[town][receiver] += amount;
        succeed("donate");
    }

    /// @dev Somebody without any power tries everything that needs one. Every try must fail, and for that reason.
    function attack(uint256 seed) external handler(seed) {
        uint32 town = uint32(1 + roll(2));
        address attacker = _rollAttacker(town);

        _attackRoles(attacker, town);
        _attackTowns(attacker, town);
        _attackMembers(attacker, town);
        _attackProjects(attacker, town);
        _attackHours(attacker, town);
        _attackSales(attacker, town);
        attackTokens(attacker);
        _attackProfit(attacker, town);
        succeed("attack");
    }

    function _attackRoles(address attacker, uint32 town) private {
        bytes4 denied = IAccessControl.AccessControlUnauthorizedAccount.selector;
        bytes4 enforced = IAccessControlDefaultAdminRules.AccessControlEnforcedDefaultAdminRules.selector;
        tryToGrant(attacker, bytes32(0), enforced);
        tryToGrant(attacker, Roles.APPOINTER, denied);
        tryToGrant(attacker, Roles.NOBODY, denied);
        bytes4 isKey = IAuthority.AuthorityIsKey.selector;
        tryToGrant(attacker, Roles.countryAmbassador(COUNTRY_1), isKey);
        tryToGrant(attacker, Roles.townAmbassador(town), isKey);
        tryToGrant(attacker, Roles.registrar(town), isKey);
        tryToGrant(attacker, Roles.coordinator(town), isKey);
        tryToGrant(attacker, Roles.projectManager(town), denied);

        address target = address(authority);
        Officers memory o = officers[town];
        bytes32 role = Roles.registrar(town);
        IAuthority.Acceptance memory none;
        tryInVain(attacker, target, abi.encodeCall(IAuthority.nameForKey, (role, attacker, none)), denied);
        tryInVain(attacker, target, abi.encodeCall(IAuthority.confirmKey, (role, attacker)), denied);
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IAuthority.takeBackNaming, (role, o.registrar)),
            IAuthority.AuthorityNotYourNaming.selector
        );
        tryInVain(attacker, target, abi.encodeCall(IAccessControl.revokeRole, (role, o.registrar)), denied);
        role = Roles.townAmbassador(town);
        tryInVain(attacker, target, abi.encodeCall(IAccessControl.revokeRole, (role, o.townAmbassador)), denied);
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IAccessControl.renounceRole, (role, o.townAmbassador)),
            IAccessControl.AccessControlBadConfirmation.selector
        );
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IAccessControlDefaultAdminRules.beginDefaultAdminTransfer, (attacker)),
            denied
        );
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IAccessControlDefaultAdminRules.changeDefaultAdminDelay, (7 days)),
            denied
        );
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IAccessControlDefaultAdminRules.acceptDefaultAdminTransfer, ()),
            IAccessControlDefaultAdminRules.AccessControlInvalidDefaultAdmin.selector
        );
    }

    function _attackTowns(address attacker, uint32 town) private {
        address target = address(towns);
        bytes4 denied = ITownRegistry.TownRegistryNotHeadOffice.selector;
        ITownRegistry.Nominee memory nominee = ITownRegistry.Nominee(
            attacker,
            uint40(block.timestamp + 1 days),
            personIdOf(attacker)
        );
        IERC20 currency = IERC20(address(currencyOf(town)));
        IAuthority.Acceptance memory none;
        tryInVain(
            attacker,
            target,
            abi.encodeCall(ITownRegistry.appointCountryAmbassador, (COUNTRY_3, attacker, none)),
            denied
        );
        tryInVain(
            attacker,
            target,
            abi.encodeCall(ITownRegistry.appointTownAmbassador, (town, attacker, none)),
            denied
        );
        tryInVain(attacker, target, abi.encodeCall(ITownRegistry.removeCountryAmbassador, (COUNTRY_1)), denied);
        tryInVain(attacker, target, abi.encodeCall(ITownRegistry.removeTownAmbassador, (town)), denied);
        tryInVain(
            attacker,
            target,
            abi.encodeCall(ITownRegistry.foundTown, (COUNTRY_1, currency, "Gamma", nominee, none)),
            denied
        );
        tryInVain(attacker, target, abi.encodeCall(ITownRegistry.appointNominee, (town, nominee, none)), denied);
        denied = ITownRegistry.TownRegistryNotTownAmbassador.selector;
        bytes32 office = Roles.townAmbassador(town);
        denied = ITownRegistry.TownRegistryNotInOffice.selector;
        tryInVain(attacker, target, abi.encodeCall(ITownRegistry.lowerAttestationLimit, (office, 10)), denied);
        tryInVain(attacker, target, abi.encodeCall(ITownRegistry.proposeAttestationLimit, (office, 2_000)), denied);
        denied = ITownRegistry.TownRegistryNotCountryAmbassador.selector;
        tryInVain(attacker, target, abi.encodeCall(ITownRegistry.confirmAttestationLimit, (office, 2_000)), denied);
    }

    function _attackMembers(address attacker, uint32 town) private {
        address target = address(members);
        uint40 until = uint40(block.timestamp + 1 days);
        IMemberRegistry.Attestation[] memory attestations = new IMemberRegistry.Attestation[](1);
        attestations[0] = IMemberRegistry.Attestation(attacker, until, true, personIdOf(attacker));
        IMemberRegistry.Outsider[] memory outsiders = new IMemberRegistry.Outsider[](1);
        outsiders[0] = IMemberRegistry.Outsider(attacker, COUNTRY_3, personIdOf(attacker));
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IMemberRegistry.attest, (town, attestations)),
            IMemberRegistry.MemberRegistryNotRegistrar.selector
        );
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IMemberRegistry.attestFirstRegistrar, (town, attacker, until, bytes32("x"))),
            ITownRegistry.TownRegistryNotTownAmbassador.selector
        );
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IMemberRegistry.attestNominee, (town, attacker, until, bytes32("x"))),
            IMemberRegistry.MemberRegistryNotTownRegistry.selector
        );
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IMemberRegistry.attestOutsiders, (town == 1 ? COUNTRY_1 : COUNTRY_2, outsiders)),
            IMemberRegistry.MemberRegistryNotCountryAmbassador.selector
        );
    }

    function _attackProjects(address attacker, uint32 town) private {
        address target = address(projects);
        uint64 business = (uint64(town) << 32) | 1;
        bytes4 denied = ITownRegistry.TownRegistryNotTownAmbassador.selector;
        tryInVain(attacker, target, abi.encodeCall(IProjectRegistry.plan, (business, documentOf("x"))), denied);
        tryInVain(attacker, target, abi.encodeCall(IProjectRegistry.fund, (business, documentOf("x"))), denied);
        tryInVain(attacker, target, abi.encodeCall(IProjectRegistry.operate, (business)), denied);
        tryInVain(attacker, target, abi.encodeCall(IProjectRegistry.close, (business)), denied);
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IProjectRegistry.proposeManagement, (business, attacker, attacker)),
            denied
        );
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IProjectRegistry.approveManagement, (business, attacker, attacker)),
            ITownRegistry.TownRegistryNotCountryAmbassador.selector
        );
        if (isMember(attacker, town)) return;
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IProjectRegistry.propose, (town, ProjectKind.Garden, documentOf("x"))),
            IProjectRegistry.ProjectRegistryNotMember.selector
        );
    }

    function _attackHours(address attacker, uint32 town) private {
        uint16 week = uint16(currentWeek() - 1);
        tryInVain(
            attacker,
            address(contributions),
            abi.encodeCall(IContributions.submit, (town, week, hex"00", documentOf("x"))),
            IContributions.ContributionsNotCoordinator.selector
        );
        tryInVain(
            attacker,
            address(contributions),
            abi.encodeCall(IContributions.reject, (town, bytes32("x"))),
            IContributions.ContributionsMayNotReject.selector
        );
    }

    function _attackSales(address attacker, uint32 town) private {
        address target = address(offerings);
        IShareOffering.Terms memory terms = plainTerms((uint64(town) << 32) | 1, 6, 6);
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IShareOffering.propose, (terms)),
            ITownRegistry.TownRegistryNotTownAmbassador.selector
        );
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IShareOffering.approve, (terms.business, keccak256(abi.encode(terms)))),
            ITownRegistry.TownRegistryNotCountryAmbassador.selector
        );
        for (uint256 id = 1; id < sales.length; id++) {
            if (sales[id].town == town) _attackSale(attacker, id);
        }
    }

    function _attackSale(address attacker, uint256 offering) private {
        address target = address(offerings);
        bytes32 evidence = keccak256(abi.encode(offering, sales[offering].next));
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IShareOffering.callOff, (offering)),
            ITownRegistry.TownRegistryNotAmbassador.selector
        );
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IShareOffering.payOut, (offering, attacker, 1)),
            IShareOffering.ShareOfferingNotReleases.selector
        );
        target = address(releases);
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IReleases.request, (offering, Document(evidence, ""))),
            IReleases.ReleasesNotManager.selector
        );
        tryInVain(
            attacker,
            target,
            abi.encodeCall(IReleases.approve, (offering, sales[offering].business, 0, evidence)),
            ITownRegistry.TownRegistryNotCountryAmbassador.selector
        );
    }

    /// @dev What only contracts may do, and what needs somebody's allowance.
    function attackTokens(address attacker) internal {
        tryInVain(
            attacker,
            address(infinity),
            abi.encodeCall(IInfinityToken.mint, (1)),
            IInfinityToken.InfinityTokenNotMinter.selector
        );
        bytes4 needsAllowance = IERC20Errors.ERC20InsufficientAllowance.selector;
        address victim = address(contributions);
        tryInVain(
            attacker,
            address(infinity),
            abi.encodeCall(IERC20.transferFrom, (victim, attacker, 1)),
            needsAllowance
        );
        tryInVain(
            attacker,
            address(infinity),
            abi.encodeWithSignature("burnFrom(address,uint256)", victim, 1),
            needsAllowance
        );
        uint256 offering = roll(sales.length);
        if (offering != 0) _attackShares(attacker, address(sales[offering].token), offering);
    }

    function _attackShares(address attacker, address token, uint256 offering) private {
        address victim = people[0];
        for (uint256 i = 0; i < people.length; i++) {
            if (held[offering][people[i]] > 0 && people[i] != attacker) victim = people[i];
        }
        bytes4 notOffering = IInvestorToken.InvestorTokenNotOffering.selector;
        tryInVain(attacker, token, abi.encodeCall(IInvestorToken.mint, (attacker, 1)), notOffering);
        tryInVain(attacker, token, abi.encodeCall(IInvestorToken.burn, (victim, 1)), notOffering);
        tryInVain(attacker, token, abi.encodeCall(IInvestorToken.unlock, (Tier.World)), notOffering);
        tryInVain(
            attacker,
            token,
            abi.encodeCall(IInvestorToken.deposit, (1)),
            IInvestorToken.InvestorTokenNotDepositor.selector
        );
        tryInVain(
            attacker,
            token,
            abi.encodeCall(IERC20.transferFrom, (victim, attacker, 1)),
            IERC20Errors.ERC20InsufficientAllowance.selector
        );
    }

    function _attackProfit(address attacker, uint32 town) private {
        uint64 business = (uint64(town) << 32) | 1;
        tryInVain(
            attacker,
            address(splitter),
            abi.encodeCall(IProfitSplitter.proposeDeed, (business, deedNow(business))),
            ITownRegistry.TownRegistryNotTownAmbassador.selector
        );
        tryInVain(
            attacker,
            address(splitter),
            abi.encodeCall(IProfitSplitter.approveDeed, (business, deedNow(business))),
            ITownRegistry.TownRegistryNotCountryAmbassador.selector
        );
        tryInVain(
            attacker,
            address(splitter),
            abi.encodeCall(IDeeds.seal, (business)),
            IProfitSplitter.ProfitSplitterNotOffering.selector
        );
        tryInVain(
            attacker,
            address(splitter),
            abi.encodeCall(IProfitSplitter.handOver, (splitter.keptOf(splitter.keptCount()))),
            IProfitSplitter.ProfitSplitterNotItself.selector
        );
        tryInVain(
            attacker,
            address(treasury),
            abi.encodeCall(ITownTreasury.deposit, (town, 0, 0)),
            ITownTreasury.TownTreasuryNotDepositor.selector
        );
    }

    function tryToGrant(address attacker, bytes32 role, bytes4 denied) internal {
        tryInVain(attacker, address(authority), abi.encodeCall(IAccessControl.grantRole, (role, attacker)), denied);
    }

    function tryInVain(address attacker, address target, bytes memory data, bytes4 denied) internal {
        requireOutcome(attempt(attacker, target, data), denied, "nobody without the power to may do this");
    }

    /// @dev Anybody without an office in the town: strangers, buyers, members, and the officers of the other town.
    function _rollAttacker(uint32 town) private returns (address) {
        Officers memory other = officers[3 - town];
        uint256 choice = roll(8);
        if (choice == 0) return _nobody();
        address wallet;
        if (choice == 1) wallet = other.countryAmbassador;
        else if (choice == 2) wallet = other.townAmbassador;
        else if (choice == 3) wallet = other.registrar;
        else if (choice == 4) wallet = other.coordinator;
        else if (choice == 5) wallet = other.manager;
        else if (choice == 6) wallet = address(uint160(uint256(keccak256(abi.encode(calls)))));
        else wallet = rollPerson();
        return wallet == address(0) || isOfficial(wallet, town) ? _nobody() : wallet;
    }

    /// @dev A stranger who never got an office.
    function _nobody() private returns (address) {
        return personNamed("nobody");
    }

    function _passToABoundary() private {
        if (sales.length == 1) return;
        Sale storage s = sales[1 + roll(sales.length - 1)];
        uint256 moment = isLive(s.phase) ? s.ends[uint256(s.phase)] : block.timestamp;
        uint256 choice = roll(6);
        if (choice == 0) moment -= 1;
        else if (choice == 1) moment -= 7 days;
        else if (choice == 2) moment -= 7 days + 1;
        else if (choice == 3) moment = s.opens;
        if (moment > block.timestamp) vm.warp(moment);
    }
}
