// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Phase} from "./IShareOffering.sol";

/// @title IReleases: how the money of a successful sale leaves escrow
interface IReleases {
    /// @notice The tranche that is asked for.
    /// @param by who asked; zero when nobody has.
    /// @param payableFrom seconds; zero until approved.
    /// @param id counts an offering's requests up from 1.
    /// @param approver who approved; the approval lasts while they are in office.
    /// @param evidence hash of what the request rests on.
    struct Request {
        address by;
        uint40 payableFrom;
        uint32 id;
        address approver;
        bytes32 evidence;
    }

    /// @notice How far the money of an offering has left escrow.
    /// @param next index of the tranche that is next.
    /// @param requests how many requests there were.
    struct Progress {
        uint8 next;
        uint32 requests;
    }

    /// @notice Only the business's manager or the Town Ambassador may call this.
    error ReleasesNotManager(uint64 business, address caller);

    /// @notice The sale is not settled.
    error ReleasesNotSettled(uint256 offering, Phase phase);

    /// @notice Every tranche has been released.
    error ReleasesAllReleased(uint256 offering);

    /// @notice The tranche has been approved already.
    error ReleasesApproved(uint256 offering, uint256 tranche);

    /// @notice A release needs evidence.
    error ReleasesNoEvidence();

    /// @notice No tranche has been asked for with this evidence.
    error ReleasesNotRequested(uint256 offering, bytes32 evidence);

    /// @notice Who approves is not who asked.
    error ReleasesOwnRequest(address approver);

    /// @notice The payout wallet holds one of the town's two keys, and who decides is not who is paid.
    error ReleasesKeyIsPaid(uint64 business, address payout);

    /// @notice The tranche is not payable yet; `payableFrom` is zero while no acting ambassador's approval stands.
    error ReleasesNotPayable(uint256 offering, uint256 payableFrom, uint256 now_);

    /// @notice A tranche was asked for.
    event ReleaseRequested(
        uint256 indexed offering,
        uint256 indexed id,
        uint256 tranche,
        address indexed by,
        bytes32 evidence,
        string uri
    );

    /// @notice A tranche was approved, payable from `payableFrom` on.
    event ReleaseApproved(uint256 indexed offering, uint256 indexed id, address indexed by, uint40 payableFrom);

    /// @notice A tranche was paid to the business.
    event TrancheReleased(
        uint256 indexed offering,
        uint256 indexed id,
        uint256 tranche,
        address indexed payout,
        uint256 amount
    );

    /// @notice Asks for the next tranche, in place of what was asked for and is not approved. Only the business's
    /// manager or the Town Ambassador, in an active town.
    /// @dev Reverts with ReleasesNotManager, TownRegistryDormant, ReleasesNotSettled, ReleasesAllReleased,
    /// ReleasesApproved, ReleasesNoEvidence.
    function request(uint256 offering, bytes32 evidence, string calldata uri) external;

    /// @notice Approves the tranche that was asked for with this evidence. Only the Country Ambassador, in an active
    /// town, who did not ask; who is paid holds no key.
    /// @dev Reverts with TownRegistryNotCountryAmbassador, TownRegistryDormant, ReleasesNotRequested, ReleasesApproved,
    /// ReleasesOwnRequest, ReleasesKeyIsPaid.
    function approve(uint256 offering, bytes32 evidence) external;

    /// @notice Pays an approved tranche to the business's payout wallet, seven days after the approval, while who
    /// approved it is in office. Anyone, in an active town.
    /// @dev Reverts with TownRegistryDormant, ReleasesNotPayable, ReleasesKeyIsPaid.
    function release(uint256 offering) external;

    /// @notice The tranche that is asked for now.
    function requestOf(uint256 offering) external view returns (Request memory);

    /// @notice How far the money of an offering has left escrow.
    function progressOf(uint256 offering) external view returns (Progress memory);
}
