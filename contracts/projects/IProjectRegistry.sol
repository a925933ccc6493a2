// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Document} from "../lib/Document.sol";

/// @notice What a project is. Only the two kinds of business have shares and profit ("TWO Separate Areas of Activity").
enum ProjectKind {
    Upliftment,
    Garden,
    Community,
    Cornerstone
}

/// @notice How far a project has come.
enum ProjectStage {
    None, // there is no such project
    Idea,
    Planned,
    Funding,
    Operating,
    Closed
}

/// @title IProjectRegistry: what a town undertakes
interface IProjectRegistry {
    /// @notice A project. See ProjectIds for its id.
    /// @param manager runs a business; a project manager of the town. Zero until set.
    /// @param kind what it is.
    /// @param stage how far it has come.
    /// @param payout receives released funds of a business. Zero until set.
    /// @param plan hash of the business plan; zero until planned.
    /// @param pack hash of the investor pack; zero until funding.
    struct Project {
        address manager;
        ProjectKind kind;
        ProjectStage stage;
        address payout;
        bytes32 plan;
        bytes32 pack;
    }

    /// @notice Only a member of the town may call this.
    error ProjectRegistryNotMember(uint32 town, address caller);

    /// @notice There is no project with this id.
    error ProjectRegistryNoSuchProject(uint64 project);

    /// @notice The step is not open to a project at this stage.
    error ProjectRegistryWrongStage(uint64 project, ProjectStage stage);

    /// @notice Gardens and upliftment projects have no offering, manager or payout wallet.
    error ProjectRegistryNotABusiness(uint64 project, ProjectKind kind);

    /// @notice A document's hash must not be zero.
    error ProjectRegistryNoDocument();

    /// @notice The manager does not hold the role of project manager in the town.
    error ProjectRegistryNotProjectManager(uint32 town, address manager);

    /// @notice Funds cannot be paid out to nobody, nor to a wallet that holds one of the keys.
    error ProjectRegistryBadPayout(address payout);

    /// @notice The approval names another manager or payout wallet than was proposed.
    error ProjectRegistryNotProposed(uint64 project, address manager, address payout);

    /// @notice A member proposed a project; its metadata is JSON (title, sector, size, budget, …).
    event ProjectProposed(
        uint64 indexed project,
        uint32 indexed town,
        address indexed by,
        ProjectKind kind,
        bytes32 metadata,
        string uri
    );

    /// @notice A project was planned, or planned anew.
    event ProjectPlanned(uint64 indexed project, bytes32 plan, string uri);

    /// @notice A business began to look for funds, or replaced its investor pack.
    event ProjectFunding(uint64 indexed project, bytes32 pack, string uri);

    /// @notice A project began to operate.
    event ProjectOperating(uint64 indexed project);

    /// @notice A project was closed for good.
    event ProjectClosed(uint64 indexed project);

    /// @notice The Town Ambassador proposed who runs a business and where its funds go.
    event ManagementProposed(uint64 indexed project, address manager, address payout);

    /// @notice Both ambassadors agreed on who runs a business and where its funds go.
    event ManagementChanged(uint64 indexed project, address indexed manager, address indexed payout);

    /// @notice Proposes a project. Any member of the town.
    /// @dev Reverts with ProjectRegistryNotMember, ProjectRegistryNoDocument.
    /// @return project the new project's id.
    function propose(uint32 town, ProjectKind kind, Document calldata metadata) external returns (uint64 project);

    /// @notice Idea → Planned, with the business plan; again while planned, with a better one. Only the Town
    /// Ambassador.
    /// @dev Reverts with ProjectRegistryNoSuchProject, TownRegistryNotTownAmbassador, ProjectRegistryWrongStage,
    /// ProjectRegistryNoDocument. So do the three below.
    function plan(uint64 project, Document calldata businessPlan) external;

    /// @notice Planned → Funding, with the investor pack; again while funding, with a better one. Only the Town
    /// Ambassador, only a business.
    /// @dev Also reverts with ProjectRegistryNotABusiness.
    function fund(uint64 project, Document calldata investorPack) external;

    /// @notice Planned or Funding → Operating. Only the Town Ambassador.
    function operate(uint64 project) external;

    /// @notice Any stage → Closed, for good. Only the Town Ambassador.
    function close(uint64 project) external;

    /// @notice Proposes who runs a business and where its funds go. Only the Town Ambassador.
    /// @dev Reverts with ProjectRegistryNoSuchProject, TownRegistryNotTownAmbassador, ProjectRegistryNotABusiness,
    /// ProjectRegistryNotProjectManager, ProjectRegistryBadPayout.
    function proposeManagement(uint64 project, address manager, address payout) external;

    /// @notice Approves exactly what the Town Ambassador now in office proposed. Only the Country Ambassador.
    /// @dev Reverts with TownRegistryNotCountryAmbassador, ProjectRegistryNotProposed, ProjectRegistryNotProjectManager,
    /// ProjectRegistryBadPayout.
    function approveManagement(uint64 project, address manager, address payout) external;

    /// @notice A project's record; its stage is None when there is no such project.
    function projectOf(uint64 project) external view returns (Project memory);

    /// @notice How many projects a town has; their numbers are 1 to this.
    function projectCount(uint32 town) external view returns (uint32);

    /// @notice Whether a project is a community or cornerstone business.
    function isBusiness(uint64 project) external view returns (bool);

    /// @notice Whether a wallet runs a business, and holds the role of project manager of its town still.
    function isManager(uint64 project, address wallet) external view returns (bool);
}
