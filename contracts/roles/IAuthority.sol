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

    /// @notice An ambassador was appointed whose powers begin at `actsFrom` (seconds).
    event AmbassadorAppointed(bytes32 indexed role, address indexed wallet, uint256 actsFrom);

    /// @notice Whether `wallet` holds `role` and its powers have begun. This, not `hasRole`, is what a power rests on.
    function acts(bytes32 role, address wallet) external view returns (bool);

    /// @notice Whether an ambassador role has a holder whose powers have begun.
    function inOffice(bytes32 role) external view returns (bool);

    /// @notice The holder of an ambassador role, zero when there is none, and when the holder's powers begin.
    function ambassadorOf(bytes32 role) external view returns (address holder, uint256 actsFrom);

    /// @notice Whether a wallet holds any key: head office, ambassador, registrar or coordinator.
    function holdsKey(address wallet) external view returns (bool);

    /// @notice The wallet of head office; zero when none.
    function headOffice() external view returns (address);
}
