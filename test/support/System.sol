// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IBenefits} from "../../contracts/hours/IBenefits.sol";
import {IContributions} from "../../contracts/hours/IContributions.sol";
import {IInfinityToken} from "../../contracts/hours/IInfinityToken.sol";
import {Deeds} from "../../contracts/lib/Deed.sol";
import {Document} from "../../contracts/lib/Document.sol";
import {IMemberRegistry} from "../../contracts/members/IMemberRegistry.sol";
import {ISuccession} from "../../contracts/members/ISuccession.sol";
import {ITownRegistry} from "../../contracts/members/ITownRegistry.sol";
import {IFinalDivision} from "../../contracts/profit/IFinalDivision.sol";
import {IProfitSplitter} from "../../contracts/profit/IProfitSplitter.sol";
import {ITownTreasury} from "../../contracts/profit/ITownTreasury.sol";
import {IProjectRegistry, ProjectKind} from "../../contracts/projects/IProjectRegistry.sol";
import {IAuthority} from "../../contracts/roles/IAuthority.sol";
import {Roles} from "../../contracts/roles/Roles.sol";
import {IReleases} from "../../contracts/shares/IReleases.sol";
import {IShareOffering} from "../../contracts/shares/IShareOffering.sol";
import {deploy} from "./deploy.sol";
import {Dollar} from "./Dollar.sol";
import {vm} from "./Vm.sol";

/// @title System: every contract as it is deployed, and helpers to found towns and bring them to work
abstract contract System {
    /// @notice Who holds which role in a town.
    struct Officers {
        address countryAmbassador;
        address townAmbassador;
        address registrar;
        address coordinator;
        address manager;
        address payout;
    }

    uint256 internal constant START = 1_800_000_000; // Friday 15 January 2027, 08:00:00 UTC

    IAuthority internal authority;
    ITownRegistry internal towns;
    IMemberRegistry internal members;
    ISuccession internal succession;
    IProjectRegistry internal projects;
    IContributions internal contributions;
    IInfinityToken internal infinity;
    IBenefits internal benefits;
    IShareOffering internal offerings;
    IReleases internal releases;
    IProfitSplitter internal splitter;
    ITownTreasury internal treasury;
    IFinalDivision internal division;
    Dollar internal dollar;

    address internal headOffice;

    mapping(uint32 town => Officers) internal officers;

    mapping(address wallet => uint256 privateKey) private _keys;

    /// @dev Deploys all contracts. They know each other by addresses that follow from this contract's nonce.
    function deploySystem() internal {
        vm.warp(START);
        headOffice = personNamed("headOffice");
        dollar = new Dollar();
        uint256 nonce = vm.getNonce(address(this));
        authority = IAuthority(_nth(nonce, 0));
        towns = ITownRegistry(_nth(nonce, 1));
        members = IMemberRegistry(_nth(nonce, 2));
        succession = ISuccession(_nth(nonce, 3));
        projects = IProjectRegistry(_nth(nonce, 4));
        infinity = IInfinityToken(_nth(nonce, 5));
        contributions = IContributions(_nth(nonce, 6));
        benefits = IBenefits(_nth(nonce, 7));
        address tokenImplementation = _nth(nonce, 8);
        offerings = IShareOffering(_nth(nonce, 9));
        releases = IReleases(_nth(nonce, 10));
        splitter = IProfitSplitter(_nth(nonce, 11));
        treasury = ITownTreasury(_nth(nonce, 12));
        division = IFinalDivision(_nth(nonce, 13));

        _deploy("Authority", abi.encode(headOffice, towns, members), address(authority));
        _deploy("TownRegistry", abi.encode(authority, members), address(towns));
        _deploy("MemberRegistry", abi.encode(authority, towns, contributions, succession), address(members));
        _deploy("Succession", abi.encode(authority, towns, members), address(succession));
        _deploy(
            "ProjectRegistry",
            abi.encode(authority, towns, members, offerings, tokenImplementation, _contracts(nonce)),
            address(projects)
        );
        _deploy("InfinityToken", abi.encode(contributions, members), address(infinity));
        _deploy("Contributions", abi.encode(authority, towns, members, infinity, division), address(contributions));
        _deploy("Benefits", abi.encode(authority, towns, members, contributions), address(benefits));
        _deploy("InvestorToken", abi.encode(members, offerings, splitter, releases), tokenImplementation);
        _deploy(
            "ShareOffering",
            abi.encode(authority, towns, members, projects, splitter, tokenImplementation, releases),
            address(offerings)
        );
        _deploy("Releases", abi.encode(towns, projects, offerings), address(releases));
        _deploy("ProfitSplitter", abi.encode(towns, projects, contributions, offerings, treasury), address(splitter));
        _deploy(
            "TownTreasury",
            abi.encode(authority, towns, members, projects, contributions, splitter, division),
            address(treasury)
        );
        _deploy("FinalDivision", abi.encode(towns, members, contributions, treasury), address(division));
    }

    /// @dev Founds a town with every officer in place; their wallets are named after the town.
    function foundTown(uint16 country, string memory name) internal returns (uint32 town) {
        Officers memory o = Officers({
            countryAmbassador: personNamed(string.concat("countryAmbassador of ", name)),
            townAmbassador: personNamed(string.concat("townAmbassador of ", name)),
            registrar: personNamed(string.concat("registrar of ", name)),
            coordinator: personNamed(string.concat("coordinator of ", name)),
            manager: personNamed(string.concat("manager of ", name)),
            payout: personNamed(string.concat("payout of ", name))
        });
        uint40 until = uint40(block.timestamp + 3 * 365 days);

        town = towns.townCount() + 1;
        officers[town] = o;
        vm.startPrank(headOffice);
        towns.appointCountryAmbassador(
            country,
            o.countryAmbassador,
            accepted(Roles.countryAmbassador(country), o.countryAmbassador)
        );
        towns.foundTown(
            country,
            IERC20(address(currencyOf(town))),
            name,
            ITownRegistry.Nominee(o.townAmbassador, until, personIdOf(o.townAmbassador)),
            accepted(Roles.townAmbassador(town), o.townAmbassador)
        );
        vm.stopPrank();

        bytes32 role = Roles.registrar(town);
        vm.startPrank(o.townAmbassador);
        authority.nameForKey(role, o.registrar, accepted(role, o.registrar));
        members.attestFirstRegistrar(town, o.registrar, until, personIdOf(o.registrar));
        vm.stopPrank();
        vm.prank(o.countryAmbassador);
        authority.confirmKey(role, o.registrar);

        attestResident(town, o.coordinator, until, true);
        attestResident(town, o.manager, until, false);

        giveKey(Roles.coordinator(town), o.coordinator);
        vm.prank(o.townAmbassador);
        authority.grantRole(Roles.projectManager(town), o.manager);
    }

    /// @dev Both ambassadors of a town give a key to a resident who accepts it.
    function giveKey(bytes32 role, address wallet) internal {
        Officers memory o = officers[Roles.scopeOf(role)];
        vm.prank(o.townAmbassador);
        authority.nameForKey(role, wallet, accepted(role, wallet));
        vm.prank(o.countryAmbassador);
        authority.confirmKey(role, wallet);
    }

    /// @dev A wallet's word, of now, that it takes a role.
    function accepted(bytes32 role, address wallet) internal view returns (IAuthority.Acceptance memory) {
        return acceptedAt(role, wallet, block.timestamp);
    }

    /// @dev The same, of another second.
    function acceptedAt(
        bytes32 role,
        address wallet,
        uint256 signedAt
    ) internal view returns (IAuthority.Acceptance memory) {
        bytes32 structHash = keccak256(
            abi.encode(keccak256("Acceptance(bytes32 role,address wallet,uint40 signedAt)"), role, wallet, signedAt)
        );
        bytes memory signature = signed(wallet, address(authority), "One Small Town roles", structHash);
        return IAuthority.Acceptance({signedAt: uint40(signedAt), signature: signature});
    }

    /// @dev A registrar attests one resident.
    function attestResident(uint32 town, address wallet, uint40 until, bool joins) internal {
        IMemberRegistry.Attestation[] memory attestations = new IMemberRegistry.Attestation[](1);
        attestations[0] = IMemberRegistry.Attestation(wallet, until, joins, personIdOf(wallet));

        vm.prank(officers[town].registrar);
        members.attest(town, attestations);
    }

    /// @dev A town's Country Ambassador attests a person of no registered town.
    function attestOutsider(uint32 town, address wallet, uint16 country) internal {
        IMemberRegistry.Outsider[] memory outsiders = new IMemberRegistry.Outsider[](1);
        outsiders[0] = IMemberRegistry.Outsider(wallet, country, personIdOf(wallet));
        uint16 ambassadorOf = towns.countryOf(town);

        vm.prank(officers[town].countryAmbassador);
        members.attestOutsiders(ambassadorOf, outsiders);
    }

    /// @dev A business at the funding stage, with manager and payout wallet.
    function createBusiness(uint32 town, ProjectKind kind) internal returns (uint64 business) {
        Officers memory o = officers[town];
        vm.prank(o.coordinator); // a member, as any proposer
        business = projects.propose(town, kind, documentOf("metadata"));

        vm.startPrank(o.townAmbassador);
        projects.plan(business, documentOf("plan"));
        projects.fund(business, documentOf("pack"));
        projects.proposeManagement(business, o.manager, o.payout);
        vm.stopPrank();

        vm.prank(o.countryAmbassador);
        projects.approveManagement(business, o.manager, o.payout);
    }

    /// @dev Terms of a sale that opens as soon as it may: 14 days each phase, one tranche, and the largest limits.
    function plainTerms(
        uint64 business,
        uint32 goal,
        uint32 cap
    ) internal view returns (IShareOffering.Terms memory t) {
        t.business = business;
        t.price = 25e6;
        t.goal = goal;
        t.cap = cap;
        t.limitLocal = (goal - 1) / 5;
        t.limitLater = t.limitLocal;
        t.opens = uint40(block.timestamp + 7 days);
        t.localEnds = t.opens + 14 days;
        t.countryEnds = t.localEnds + 14 days;
        t.worldEnds = t.countryEnds + 14 days;
        t.tranches = new uint16[](1);
        t.tranches[0] = uint16(Deeds.WHOLE);
        t.plan = documentOf("plan").hash;
        t.pack = documentOf("pack").hash;
        t.deed = splitter.deedOf(business);
        t.name = string.concat("Shares ", vm.toString(business));
        t.symbol = string.concat("S", vm.toString(business));
    }

    /// @dev Both ambassadors agree to an offering.
    function openOffering(IShareOffering.Terms memory terms) internal returns (uint256 offering) {
        Officers memory o = officers[uint32(terms.business >> 32)];
        vm.prank(o.townAmbassador);
        offerings.propose(terms);

        vm.prank(o.countryAmbassador);
        offering = offerings.approve(terms.business, keccak256(abi.encode(terms)));
    }

    /// @dev Submits a timesheet as the town's coordinator.
    function submitTimesheet(uint32 town, uint16 weekIndex, bytes memory quarters) internal {
        vm.prank(officers[town].coordinator);
        contributions.submit(town, weekIndex, quarters, documentOf("evidence"));
    }

    /// @dev Waits for the end of the review and finalises.
    function finaliseTimesheet(uint32 town) internal {
        uint256 reviewEnds = contributions.pendingOf(town).reviewEnds;
        if (block.timestamp < reviewEnds) vm.warp(reviewEnds);

        contributions.finalise(town);
    }

    /// @dev Pays money in for a town's members.
    function fundMembers(uint32 town, address payer, uint256 amount, uint16 weeks_) internal {
        currencyOf(town).mintAndAllow(payer, address(contributions), amount);

        vm.prank(payer);
        contributions.fund(town, amount, weeks_);
    }

    /// @dev Deposits the net profit of a business.
    function depositProfit(uint64 business, address payer, uint256 amount, uint16 weeks_) internal {
        currencyOf(uint32(business >> 32)).mintAndAllow(payer, address(splitter), amount);

        vm.prank(payer);
        splitter.deposit(business, amount, weeks_, "a month", documentOf("accounts"));
    }

    /// @dev A wallet's word that it takes over from another, signed by whom it says, or by somebody else.
    function takingOver(
        address wallet,
        address newWallet,
        uint256 deadline,
        address signer
    ) internal view returns (bytes memory) {
        bytes32 typeHash = keccak256("NewWallet(address wallet,address newWallet,uint256 deadline)");
        bytes32 structHash = keccak256(abi.encode(typeHash, wallet, newWallet, deadline));
        return signed(signer, address(succession), "One Small Town succession", structHash);
    }

    function personNamed(string memory name) internal returns (address wallet) {
        uint256 privateKey = uint256(keccak256(bytes(name)));
        wallet = vm.addr(privateKey);
        _keys[wallet] = privateKey;
        vm.label(wallet, name);
    }

    /// @dev What a named person signs for a contract, by EIP-712.
    function signed(
        address wallet,
        address contract_,
        string memory domain,
        bytes32 structHash
    ) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = signedParts(wallet, contract_, domain, structHash);
        return abi.encodePacked(r, s, v);
    }

    /// @dev The same in three parts, as currencies take it.
    function signedParts(
        address wallet,
        address contract_,
        string memory domain,
        bytes32 structHash
    ) internal view returns (uint8 v, bytes32 r, bytes32 s) {
        bytes32 separator = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256(bytes(domain)),
                keccak256("1"),
                block.chainid,
                contract_
            )
        );
        return vm.sign(_keys[wallet], keccak256(abi.encodePacked(hex"1901", separator, structHash)));
    }

    /// @dev What is paid with in a town.
    function currencyOf(uint32) internal view virtual returns (Dollar) {
        return dollar;
    }

    function personIdOf(address wallet) internal pure returns (bytes32) {
        return keccak256(abi.encode("person", wallet));
    }

    /// @dev Any hash will do; sha256 is a call, and would use up a prank.
    function documentOf(string memory content) internal pure returns (Document memory) {
        return Document({hash: keccak256(bytes(content)), uri: string.concat("https://example.org/", content)});
    }

    function _deploy(string memory artifact, bytes memory arguments, address foreseen) private {
        vm.assertEq(deploy(artifact, arguments), foreseen, artifact);
    }

    function _contracts(uint256 nonce) private view returns (address[] memory all) {
        all = new address[](14);
        for (uint256 i = 0; i < all.length; i++) {
            all[i] = _nth(nonce, i);
        }
    }

    function _nth(uint256 nonce, uint256 n) private view returns (address) {
        return vm.computeCreateAddress(address(this), nonce + n);
    }
}
