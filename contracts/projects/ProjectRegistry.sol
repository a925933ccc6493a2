// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {CloneCode} from "../lib/CloneCode.sol";
import {Document} from "../lib/Document.sol";
import {Moments} from "../lib/Moments.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {SecondKey} from "../lib/SecondKey.sol";
import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {Roles} from "../roles/Roles.sol";
import {IInsiders} from "./IInsiders.sol";
import {IProjectRegistry, ProjectKind, ProjectStage} from "./IProjectRegistry.sol";

/// @title ProjectRegistry: what a town undertakes
/// @notice Holds no money. Any member proposes an idea; the Town Ambassador moves it along Idea → Planned → Funding →
/// Operating → Closed; who runs a business and where its funds go needs both ambassadors. It says who may be paid a town's
/// money at all. Nobody can change a project's kind or town, reopen a closed one, or point a business's funds at a wallet
/// that holds a key, or at a contract of this system, where they would be nobody's for ever.
/// Units: ids carry the town in their upper 32 bits. Assumes nothing of the documents behind the hashes; that it is told
/// all contracts of the deployment.
/// Known limits: a project's metadata cannot be corrected, only closed and proposed again; the stage is what the Town
/// Ambassador says, and moves no money: a business closed during its sale is called off by both ambassadors, or ends
/// as its sale does.
contract ProjectRegistry is IProjectRegistry {
    using CloneCode for address;
    using ProjectIds for uint64;

    /// @notice How long proposed management waits for the Country Ambassador.
    uint256 public constant MANAGEMENT_WAITS = SecondKey.WAITS;

    // Where to fetch the documents whose hashes a project's record has.
    struct Uris {
        string metadata;
        string plan;
        string pack;
    }

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IInsiders private immutable _INSIDERS;

    address private immutable _SHARE_TOKEN;

    mapping(uint64 project => Project) private _projects;
    mapping(uint64 project => Uris) private _uris;
    mapping(uint64 project => Management) private _proposedManagement;
    mapping(uint64 project => uint256) private _managedSince; // seconds: since when its manager is who it is

    /// @inheritdoc IProjectRegistry
    mapping(address contract_ => bool) public isOurs;

    /// @inheritdoc IProjectRegistry
    mapping(uint32 town => uint32) public projectCount;

    modifier onlyTownAmbassador(uint64 project) {
        _requireProject(project);
        _TOWNS.requireTownAmbassador(project.townOf(), msg.sender);
        _;
    }

    /// @param shareToken whose clones the share tokens are.
    /// @param ours every contract of the deployment, also those to come.
    constructor(
        IAuthority authority,
        ITownRegistry towns,
        IMemberRegistry members,
        IInsiders insiders,
        address shareToken,
        address[] memory ours
    ) {
        _AUTHORITY = authority;
        _TOWNS = towns;
        _MEMBERS = members;
        _INSIDERS = insiders;
        _SHARE_TOKEN = shareToken;
        for (uint256 i = 0; i < ours.length; i++) {
            isOurs[ours[i]] = true;
        }
    }

    /// @inheritdoc IProjectRegistry
    function propose(uint32 town, ProjectKind kind, Document calldata metadata) external returns (uint64 project) {
        require(_MEMBERS.isMember(msg.sender, town), ProjectRegistryNotMember(town, msg.sender));
        _requireDocument(metadata);

        project = ProjectIds.idOf(town, ++projectCount[town]);
        _projects[project].kind = kind;
        _projects[project].stage = ProjectStage.Idea;
        _projects[project].metadata = metadata.hash;
        _uris[project].metadata = metadata.uri;

        emit ProjectProposed({
            project: project,
            town: town,
            by: msg.sender,
            kind: kind,
            metadata: metadata.hash,
            uri: metadata.uri
        });
    }

    /// @inheritdoc IProjectRegistry
    function plan(uint64 project, Document calldata businessPlan) external onlyTownAmbassador(project) {
        Project storage p = _projects[project];
        require(
            p.stage == ProjectStage.Idea || p.stage == ProjectStage.Planned,
            ProjectRegistryWrongStage(project, p.stage)
        );
        _requireDocument(businessPlan);

        p.stage = ProjectStage.Planned;
        p.plan = businessPlan.hash;
        _uris[project].plan = businessPlan.uri;

        emit ProjectPlanned(project, businessPlan.hash, businessPlan.uri);
    }

    /// @inheritdoc IProjectRegistry
    function fund(uint64 project, Document calldata investorPack) external onlyTownAmbassador(project) {
        Project storage p = _projects[project];
        _requireBusiness(project);
        require(
            p.stage == ProjectStage.Planned || p.stage == ProjectStage.Funding,
            ProjectRegistryWrongStage(project, p.stage)
        );
        _requireDocument(investorPack);

        p.stage = ProjectStage.Funding;
        p.pack = investorPack.hash;
        _uris[project].pack = investorPack.uri;

        emit ProjectFunding(project, investorPack.hash, investorPack.uri);
    }

    /// @inheritdoc IProjectRegistry
    function operate(uint64 project) external onlyTownAmbassador(project) {
        Project storage p = _projects[project];
        require(
            p.stage == ProjectStage.Planned || p.stage == ProjectStage.Funding,
            ProjectRegistryWrongStage(project, p.stage)
        );

        p.stage = ProjectStage.Operating;

        emit ProjectOperating(project);
    }

    /// @inheritdoc IProjectRegistry
    function close(uint64 project) external onlyTownAmbassador(project) {
        Project storage p = _projects[project];
        require(p.stage != ProjectStage.Closed, ProjectRegistryWrongStage(project, p.stage));

        p.stage = ProjectStage.Closed;

        emit ProjectClosed(project);
    }

    /// @inheritdoc IProjectRegistry
    function proposeManagement(uint64 project, address manager, address payout) external onlyTownAmbassador(project) {
        _requireManagement(project, manager, payout);

        _proposedManagement[project] = Management({
            proposer: msg.sender,
            proposedAt: Moments.in40Bits(block.timestamp),
            manager: manager,
            payout: payout
        });

        emit ManagementProposed(project, manager, payout);
    }

    /// @inheritdoc IProjectRegistry
    function withdrawManagement(uint64 project) external onlyTownAmbassador(project) {
        Management memory proposal = _proposedManagement[project];
        require(_isAwaited(project, proposal), ProjectRegistryNotProposed(project, address(0), address(0)));

        delete _proposedManagement[project];

        emit ManagementWithdrawn(project, proposal.manager, proposal.payout);
    }

    /// @inheritdoc IProjectRegistry
    function approveManagement(uint64 project, address manager, address payout) external {
        _TOWNS.requireCountryAmbassador(project.townOf(), msg.sender);
        Management memory proposal = _proposedManagement[project];
        require(
            _isAwaited(project, proposal) && proposal.manager == manager && proposal.payout == payout,
            ProjectRegistryNotProposed(project, manager, payout)
        );
        _requireManagement(project, manager, payout);

        Project storage p = _projects[project];
        delete _proposedManagement[project];
        if (manager != p.manager) _managedSince[project] = block.timestamp;
        address[2] memory gone = [p.manager, p.payout];
        p.manager = manager;
        p.payout = payout;

        emit ManagementChanged(project, manager, payout);

        _INSIDERS.changeManagement(project, gone, [manager, payout]);
    }

    /// @inheritdoc IProjectRegistry
    function projectOf(uint64 project) external view returns (Project memory) {
        return _projects[project];
    }

    /// @inheritdoc IProjectRegistry
    function documentsOf(
        uint64 project
    ) external view returns (Document memory metadata, Document memory businessPlan, Document memory investorPack) {
        Project storage p = _projects[project];
        Uris storage uris = _uris[project];
        metadata = Document({hash: p.metadata, uri: uris.metadata});
        businessPlan = Document({hash: p.plan, uri: uris.plan});
        investorPack = Document({hash: p.pack, uri: uris.pack});
    }

    /// @inheritdoc IProjectRegistry
    function managementProposalOf(uint64 project) external view returns (Management memory proposal) {
        Management memory latest = _proposedManagement[project];
        if (_isAwaited(project, latest)) return latest;
    }

    /// @inheritdoc IProjectRegistry
    function managesSince(uint64 project, address wallet) external view returns (uint256) {
        if (wallet != _projects[project].manager) return 0;
        uint256 inRole = _AUTHORITY.actsSince(Roles.projectManager(project.townOf()), wallet);
        return inRole == 0 ? 0 : Math.max(inRole, _managedSince[project]);
    }

    /// @inheritdoc IProjectRegistry
    function isBusiness(uint64 project) public view returns (bool) {
        // The first kind, which is no business, is also that of a project that nobody proposed.
        ProjectKind kind = _projects[project].kind;
        return kind == ProjectKind.Community || kind == ProjectKind.Cornerstone;
    }

    /// @inheritdoc IProjectRegistry
    function mayBePaid(uint32 town, address wallet) public view returns (bool) {
        return
            wallet != address(0) &&
            wallet != address(_TOWNS.currencyOf(town)) &&
            !isOurs[wallet] &&
            !wallet.isCloneOf(_SHARE_TOKEN) &&
            !_AUTHORITY.holdsKey(wallet);
    }

    function _isAwaited(uint64 project, Management memory proposal) private view returns (bool) {
        return SecondKey.isAwaited(proposal.proposedAt, _TOWNS.actsSince(project.townOf(), proposal.proposer));
    }

    function _requireManagement(uint64 project, address manager, address payout) private view {
        uint32 town = project.townOf();
        _requireBusiness(project);
        require(_AUTHORITY.acts(Roles.projectManager(town), manager), ProjectRegistryNotProjectManager(town, manager));
        require(mayBePaid(town, payout), ProjectRegistryBadPayout(payout));
    }

    function _requireBusiness(uint64 project) private view {
        require(isBusiness(project), ProjectRegistryNotABusiness(project, _projects[project].kind));
    }

    function _requireProject(uint64 project) private view {
        require(_projects[project].stage != ProjectStage.None, ProjectRegistryNoSuchProject(project));
    }

    function _requireDocument(Document calldata document) private pure {
        require(document.hash != 0, ProjectRegistryNoDocument());
    }
}
