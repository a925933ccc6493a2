// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Document} from "../lib/Document.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {Roles} from "../roles/Roles.sol";
import {IInsiders} from "./IInsiders.sol";
import {IProjectRegistry, ProjectKind, ProjectStage} from "./IProjectRegistry.sol";

/// @title ProjectRegistry: what a town undertakes
/// @notice Holds no money. Any member proposes an idea; the Town Ambassador moves it along Idea → Planned → Funding →
/// Operating → Closed; who runs a business and where its funds go needs both ambassadors. Nobody can change a
/// project's kind or town, reopen a closed one, or point a business's funds at a wallet that holds a key.
/// Units: ids carry the town in their upper 32 bits. Assumes nothing of the documents behind the hashes.
/// Known limits: a project's metadata cannot be corrected, only closed and proposed again; the stage is what the Town
/// Ambassador says, and moves no money: a business closed during its sale is called off by both ambassadors, or ends
/// as its sale does.
contract ProjectRegistry is IProjectRegistry {
    using ProjectIds for uint64;

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IInsiders private immutable _INSIDERS;

    mapping(uint64 project => Project) private _projects;
    mapping(uint64 project => bytes32 managementHash) private _proposedManagement;

    /// @inheritdoc IProjectRegistry
    mapping(uint32 town => uint32) public projectCount;

    modifier onlyTownAmbassador(uint64 project) {
        _requireProject(project);
        _TOWNS.requireTownAmbassador(project.townOf(), msg.sender);
        _;
    }

    constructor(IAuthority authority, ITownRegistry towns, IMemberRegistry members, IInsiders insiders) {
        _AUTHORITY = authority;
        _TOWNS = towns;
        _MEMBERS = members;
        _INSIDERS = insiders;
    }

    /// @inheritdoc IProjectRegistry
    function propose(uint32 town, ProjectKind kind, Document calldata metadata) external returns (uint64 project) {
        require(_MEMBERS.isMember(msg.sender, town), ProjectRegistryNotMember(town, msg.sender));
        _requireDocument(metadata);

        project = ProjectIds.idOf(town, ++projectCount[town]);
        _projects[project].kind = kind;
        _projects[project].stage = ProjectStage.Idea;

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

        _proposedManagement[project] = keccak256(abi.encode(msg.sender, manager, payout));

        emit ManagementProposed(project, manager, payout);
    }

    /// @inheritdoc IProjectRegistry
    function approveManagement(uint64 project, address manager, address payout) external {
        _TOWNS.requireCountryAmbassador(project.townOf(), msg.sender);
        address proposer = _TOWNS.townKeyOf(project.townOf());
        require(
            _proposedManagement[project] == keccak256(abi.encode(proposer, manager, payout)),
            ProjectRegistryNotProposed(project, manager, payout)
        );
        _requireManagement(project, manager, payout);

        Project storage p = _projects[project];
        delete _proposedManagement[project];
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
    function isManager(uint64 project, address wallet) external view returns (bool) {
        return wallet == _projects[project].manager && _AUTHORITY.acts(Roles.projectManager(project.townOf()), wallet);
    }

    /// @inheritdoc IProjectRegistry
    function isBusiness(uint64 project) public view returns (bool) {
        // The first kind, which is no business, is also that of a project that nobody proposed.
        ProjectKind kind = _projects[project].kind;
        return kind == ProjectKind.Community || kind == ProjectKind.Cornerstone;
    }

    function _requireManagement(uint64 project, address manager, address payout) private view {
        uint32 town = project.townOf();
        _requireBusiness(project);
        require(_AUTHORITY.acts(Roles.projectManager(town), manager), ProjectRegistryNotProjectManager(town, manager));
        require(payout != address(0) && !_AUTHORITY.holdsKey(payout), ProjectRegistryBadPayout(payout));
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
