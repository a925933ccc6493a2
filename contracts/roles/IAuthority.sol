// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";

/// @title IAuthority: who holds which role
interface IAuthority is IAccessControl {
    /// @notice The wallet already holds a key: head office, country ambassador, town ambassador, registrar or
    /// coordinator. Two keys are two wallets.
    error AuthoritySecondKey(address wallet, bytes32 role);

    /// @notice The wallet is not that of a resident of the role's town.
    error AuthorityNotResident(address wallet, uint32 town);

    /// @notice A role is given to a wallet, not to the address zero.
    error AuthorityNoWallet(bytes32 role);

    /// @notice The role already has a holder, who must be removed first.
    error AuthorityInOffice(bytes32 role, address holder);

    /// @notice Only the MemberRegistry may call this.
    error AuthorityNotMemberRegistry(address caller);

    /// @notice An ambassador was appointed whose powers begin at `actsFrom` (seconds).
    event AmbassadorAppointed(bytes32 indexed role, address indexed wallet, uint256 actsFrom);

    /// @notice Takes the key, if any, from a wallet whose person has another from now on, or is dead. Head office's own is
    /// not touched. Only the MemberRegistry.
    /// @dev Reverts with AuthorityNotMemberRegistry.
    function leaveOffice(address wallet) external;

    /// @notice Takes every role of a town from a wallet whose person does not live there any more. Only the
    /// MemberRegistry.
    /// @dev Reverts with AuthorityNotMemberRegistry.
    function leaveTown(address wallet, uint32 town) external;

    /// @notice Whether `wallet` holds `role` and its powers have begun. This, not `hasRole`, is what a power rests on.
    function acts(bytes32 role, address wallet) external view returns (bool);

    /// @notice Whether an ambassador role has a holder whose powers have begun.
    function inOffice(bytes32 role) external view returns (bool);

    /// @notice The holder of an ambassador role, zero when there is none, and when the holder's powers begin.
    function ambassadorOf(bytes32 role) external view returns (address holder, uint256 actsFrom);

    /// @notice Since when (seconds) an ambassador role has had no holder whose powers had begun; 0 when it has one, or
    /// never had one.
    function vacantSince(bytes32 role) external view returns (uint256);

    /// @notice The one key that a wallet holds, or zero. Head office's is Roles.HEAD_OFFICE.
    function keyOf(address wallet) external view returns (bytes32 role);

    /// @notice Whether a wallet holds any key: head office, ambassador, registrar or coordinator.
    function holdsKey(address wallet) external view returns (bool);

    /// @notice The wallet of head office; zero when none.
    function headOffice() external view returns (address);
}
