// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";

/// @title IAuthority: who holds which role
interface IAuthority is IAccessControl {
    /// @notice A wallet's own word that it takes a key.
    /// @param signedAt seconds; the word counts for `ACCEPTANCE_LASTS` from then, once.
    /// @param signature the wallet's over the EIP-712 struct Acceptance(bytes32 role,address wallet,uint40 signedAt), in the
    /// domain "One Small Town roles", version "1"; a contract answers by ERC-1271.
    struct Acceptance {
        uint40 signedAt;
        bytes signature;
    }

    /// @notice A wallet that a Town Ambassador named for a key, and that nobody has confirmed yet.
    /// @param role a registrar's or coordinator's.
    /// @param wallet who is to hold it.
    /// @param proposer the Town Ambassador who named it.
    /// @param namedAt seconds; it waits `NAMING_LASTS` for the confirmation.
    struct Naming {
        bytes32 role;
        address wallet;
        address proposer;
        uint40 namedAt;
    }

    /// @notice The wallet already holds a key: head office, country ambassador, town ambassador, registrar or
    /// coordinator. Two keys are two wallets.
    error AuthoritySecondKey(address wallet, bytes32 role);

    /// @notice The wallet is not that of a resident of the role's town.
    error AuthorityNotResident(address wallet, uint32 town);

    /// @notice A role is given to a wallet, not to the address zero.
    error AuthorityNoWallet(bytes32 role);

    /// @notice The role is held, or waited for, by `holder`: the wallet itself, or an ambassador whose powers have not begun.
    error AuthorityInOffice(bytes32 role, address holder);

    /// @notice Only the MemberRegistry may call this.
    error AuthorityNotMemberRegistry(address caller);

    /// @notice A key is not granted: it is accepted by its wallet, and given by two others (an ambassador's by head office).
    error AuthorityIsKey(bytes32 role, address wallet);

    /// @notice Only registrars and coordinators are named and confirmed.
    error AuthorityNotToBeNamed(bytes32 role);

    /// @notice Only ambassadors are appointed.
    error AuthorityNotAnAmbassador(bytes32 role);

    /// @notice The wallet has not signed that it takes this role, in this moment.
    error AuthorityNotAccepted(bytes32 role, address wallet);

    /// @notice The wallet's word is of the future, or older than `ACCEPTANCE_LASTS`.
    error AuthorityAcceptanceNotNow(uint256 signedAt, uint256 now_);

    /// @notice The wallet's word was used already.
    error AuthorityAcceptanceUsed(bytes32 role, address wallet, uint256 signedAt);

    /// @notice The wallet is named for this role already.
    error AuthorityNamedAlready(bytes32 role, address wallet);

    /// @notice The town has as many open namings as it may have.
    error AuthorityTooManyNamings(uint32 town, uint256 most);

    /// @notice Nobody in office has named this wallet for this role in the last `NAMING_LASTS`.
    error AuthorityNotNamed(bytes32 role, address wallet);

    /// @notice A naming is taken back by the acting Town Ambassador or the wallet itself.
    error AuthorityNotYourNaming(bytes32 role, address wallet, address caller);

    /// @notice No ambassador waits for this office.
    error AuthorityNobodyWaits(bytes32 role);

    /// @notice Head office's own delay stays within its bounds (seconds).
    error AuthorityDelayOutOfBounds(uint256 delay, uint256 least, uint256 most);

    /// @notice An ambassador was appointed whose powers begin at `actsFrom` (seconds); those of one in office end then.
    event AmbassadorAppointed(bytes32 indexed role, address indexed wallet, uint256 actsFrom);

    /// @notice A Town Ambassador named a wallet for a key, with its word.
    event KeyNamed(bytes32 indexed role, address indexed wallet, address indexed by);

    /// @notice A naming was taken back, by who made it or by the wallet itself.
    event NamingTakenBack(bytes32 indexed role, address indexed wallet, address indexed by);

    /// @notice Appoints an ambassador who has accepted. The first of an office acts at once; a successor from
    /// `SUCCESSION_DELAY` on, until when one in office serves. Only the TownRegistry.
    /// @dev Reverts with AccessControlUnauthorizedAccount, AuthorityNotAnAmbassador, AuthorityAcceptanceNotNow,
    /// AuthorityAcceptanceUsed, AuthorityNotAccepted, AuthorityNoWallet, AuthorityInOffice, AuthoritySecondKey,
    /// AuthorityNotResident.
    function appoint(bytes32 role, address wallet, Acceptance calldata acceptance) external;

    /// @notice Takes back the appointment of an ambassador whose powers have not begun; one in office stays. Only the
    /// TownRegistry.
    /// @dev Reverts with AccessControlUnauthorizedAccount, AuthorityNobodyWaits.
    function takeBackAppointment(bytes32 role) external;

    /// @notice Names a registrar or coordinator, with the wallet's word. It waits `NAMING_LASTS` for the confirmation, and
    /// ends before when its proposer leaves office. Only the acting Town Ambassador.
    /// @dev Reverts with AuthorityNotToBeNamed, AccessControlUnauthorizedAccount, AuthorityInOffice, AuthorityNamedAlready,
    /// AuthorityTooManyNamings, AuthorityAcceptanceNotNow, AuthorityAcceptanceUsed, AuthorityNotAccepted.
    function nameForKey(bytes32 role, address wallet, Acceptance calldata acceptance) external;

    /// @notice Takes back a naming that nobody has confirmed. Only the acting Town Ambassador, and the wallet itself.
    /// @dev Reverts with AuthorityNotToBeNamed, AuthorityNotYourNaming, AuthorityNotNamed.
    function takeBackNaming(bytes32 role, address wallet) external;

    /// @notice Gives a registrar's or coordinator's role to exactly the wallet that was named. Only the acting ambassador
    /// of the town's country.
    /// @dev Reverts with AuthorityNotToBeNamed, AccessControlUnauthorizedAccount, AuthorityNotNamed, AuthoritySecondKey,
    /// AuthorityNotResident.
    function confirmKey(bytes32 role, address wallet) external;

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

    /// @notice Since when (seconds) the powers of `role` are `wallet`'s without a break; 0 when it does not act in it. One
    /// who left the role and got it again acts since then only, and what was proposed before has ended.
    function actsSince(bytes32 role, address wallet) external view returns (uint256);

    /// @notice Whether an ambassador role has a holder whose powers have begun.
    function inOffice(bytes32 role) external view returns (bool);

    /// @notice The holder of an ambassador role, zero when there is none, and when the holder's powers begin.
    function ambassadorOf(bytes32 role) external view returns (address holder, uint256 actsFrom);

    /// @notice Who was appointed over an ambassador in office and takes over at `actsFrom`; zero when nobody waits. One
    /// appointed to a vacant office is its holder: see `ambassadorOf`.
    function nextAmbassadorOf(bytes32 role) external view returns (address wallet, uint256 actsFrom);

    /// @notice Since when (seconds) an ambassador role has had no holder whose powers had begun; 0 when it has one, or
    /// never had one.
    function vacantSince(bytes32 role) external view returns (uint256);

    /// @notice The namings of a town that wait for a confirmation.
    function namingsOf(uint32 town) external view returns (Naming[] memory);

    /// @notice Whether a naming of this wallet for this role waits for a confirmation.
    function isNamed(bytes32 role, address wallet) external view returns (bool);

    /// @notice Whether a registrar of the town was ever confirmed.
    function hadRegistrar(uint32 town) external view returns (bool);

    /// @notice The one key that a wallet holds, or zero. Head office's is Roles.HEAD_OFFICE.
    function keyOf(address wallet) external view returns (bytes32 role);

    /// @notice Whether a wallet holds any key: head office, ambassador, registrar or coordinator.
    function holdsKey(address wallet) external view returns (bool);

    /// @notice The wallet of head office.
    function headOffice() external view returns (address);
}
