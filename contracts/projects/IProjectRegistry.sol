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
    /// @param metadata hash of what was proposed.
    /// @param plan hash of the business plan; zero until planned.
    /// @param pack hash of the investor pack; zero until funding.
    struct Project {
        address manager;
        ProjectKind kind;
        ProjectStage stage;
        address payout;
        bytes32 metadata;
        bytes32 plan;
        bytes32 pack;
    }

    /// @notice Who shall run a business and where its funds shall go, as the Town Ambassador proposed.
    /// @param proposer who proposed it; zero for none.
    /// @param proposedAt seconds; it waits for `MANAGEMENT_WAITS`, and ends when its proposer leaves office.
    struct Management {
        address proposer;
        uint40 proposedAt;
        address manager;
        address payout;
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

    /// @notice Funds are paid out to a wallet that holds none of the keys: not to nobody, a contract of this system, the
    /// currency or a share token.
    error ProjectRegistryBadPayout(address payout);

    /// @notice Nothing waits for the other key, or another manager or payout wallet.
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

    /// @notice The Town Ambassador took back what was proposed.
    event ManagementWithdrawn(uint64 indexed project, address manager, address payout);

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

    /// @notice Proposes who runs a business and where its funds go, in place of what was proposed before. Only the Town
    /// Ambassador.
    /// @dev Reverts with ProjectRegistryNoSuchProject, TownRegistryNotTownAmbassador, ProjectRegistryNotABusiness,
    /// ProjectRegistryNotProjectManager, ProjectRegistryBadPayout.
    function proposeManagement(uint64 project, address manager, address payout) external;

    /// @notice Takes back what waits for the Country Ambassador. Only the Town Ambassador.
    /// @dev Reverts with ProjectRegistryNoSuchProject, TownRegistryNotTownAmbassador, ProjectRegistryNotProposed.
    function withdrawManagement(uint64 project) external;

    /// @notice Approves exactly what was proposed, for `MANAGEMENT_WAITS`, while its proposer has been in office ever since.
    /// Only the Country Ambassador.
    /// @dev Reverts with TownRegistryNotCountryAmbassador, ProjectRegistryNotProposed, ProjectRegistryNotProjectManager,
    /// ProjectRegistryBadPayout.
    function approveManagement(uint64 project, address manager, address payout) external;

    /// @notice A project's record; its stage is None when there is no such project.
    function projectOf(uint64 project) external view returns (Project memory);

    /// @notice A project's documents as they are now, with where to fetch them; empty where there is none yet.
    function documentsOf(
        uint64 project
    ) external view returns (Document memory metadata, Document memory businessPlan, Document memory investorPack);

    /// @notice What waits for the Country Ambassador; all zero for nothing.
    function managementProposalOf(uint64 project) external view returns (Management memory);

    /// @notice Whether an address is that of a contract of this deployment; of share tokens only what they are clones of.
    function isOurs(address contract_) external view returns (bool);

    /// @notice Whether money of a town may be paid to a wallet: not nobody, none that holds a key, no contract of this
    /// system, not the town's currency, no share token.
    function mayBePaid(uint32 town, address wallet) external view returns (bool);

    /// @notice How many projects a town has; their numbers are 1 to this.
    function projectCount(uint32 town) external view returns (uint32);

    /// @notice Whether a project is a community or cornerstone business.
    function isBusiness(uint64 project) external view returns (bool);

    /// @notice Since when (seconds) a wallet runs a business and holds the role of project manager of its town, both without
    /// a break; 0 when it does not.
    function managesSince(uint64 project, address wallet) external view returns (uint256);
}
