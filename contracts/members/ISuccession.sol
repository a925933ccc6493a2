// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ISuccession: who follows a wallet that was lost, or a person who died
interface ISuccession {
    /// @notice What is proposed; its hash is the proposal's id.
    /// @param personId see IMemberRegistry.
    /// @param wallet the person's wallet, which was lost, or whose holder died.
    /// @param successor the person's new wallet; at a death, the heir's.
    /// @param evidence at a death, the hash of the document that proves it; zero otherwise.
    /// @param town the person's home; 0 for one who lives in no registered town.
    /// @param proposer the registrar, or Country Ambassador, who proposed it.
    /// @param proposedAt seconds.
    /// @param afterObjection whether the wallet had objected before: head office's key is needed, and there is no second
    /// objection.
    struct Proposal {
        bytes32 personId;
        address wallet;
        address successor;
        bytes32 evidence;
        uint32 town;
        address proposer;
        uint40 proposedAt;
        bool afterObjection;
    }

    /// @notice The wallet is not that of a person.
    error SuccessionNotAPerson(address wallet);

    /// @notice The wallet cannot take over: it is missing, the old one, superseded, the proposer's; for a move also when
    /// it has a record or holds a key.
    error SuccessionBadSuccessor(address wallet, address successor);

    /// @notice The person named another to get everything.
    error SuccessionNotTheNominee(address heir, address nominee);

    /// @notice A death needs the hash of a document that proves it.
    error SuccessionNoEvidence();

    /// @notice The wallet is not that of an acting registrar of the town, other than the person themself.
    error SuccessionNotRegistrar(uint32 town, address wallet);

    /// @notice The wallet is not that of the acting ambassador of the person's country, other than the person themself.
    error SuccessionNotCountryAmbassador(uint16 country, address wallet);

    /// @notice Exactly this was proposed in this second already.
    error SuccessionProposedAlready(bytes32 id);

    /// @notice Nobody has proposed exactly this.
    error SuccessionNotProposed(bytes32 id);

    /// @notice The person lives elsewhere since, or has another wallet.
    error SuccessionOutdated(bytes32 id);

    /// @notice The old wallet has objected.
    error SuccessionObjectedTo(bytes32 id);

    /// @notice The wallet has objected, and its person lives in no registered town: there it is final.
    error SuccessionObjectionStands(address wallet);

    /// @notice The wallet is a contract that has not named a nominee, and so has not said that it may be followed.
    error SuccessionContractWallet(address wallet);

    /// @notice Only the wallet in question may object.
    error SuccessionNotTheWallet(address wallet, address caller);

    /// @notice The objection is not signed by the wallet in question.
    error SuccessionBadSignature(address wallet);

    /// @notice Objections were possible before `until` (seconds).
    error SuccessionTooLate(bytes32 id, uint256 until);

    /// @notice Confirmations are possible from `from` to before `until` (seconds).
    error SuccessionNotNow(bytes32 id, uint256 from, uint256 until);

    /// @notice The caller holds none of the keys that this needs.
    error SuccessionNotAKey(bytes32 id, address caller);

    /// @notice The caller would get everything, or lose it: they cannot confirm this.
    error SuccessionOwnCase(bytes32 id, address caller);

    /// @notice The caller has confirmed this already.
    error SuccessionConfirmedAlready(bytes32 id, address caller);

    /// @notice A person named who gets everything at their death; zero for nobody.
    event NomineeSet(address indexed wallet, address indexed nominee);

    /// @notice A new wallet was proposed for a person, or an heir.
    event SuccessionProposed(bytes32 indexed id, bytes32 indexed personId, address indexed wallet, Proposal proposal);

    /// @notice The wallet in question objected to this proposal: it and all others for the same wallet ended.
    event SuccessionObjected(bytes32 indexed id, address indexed wallet);

    /// @notice Somebody with a key confirmed a proposal.
    event SuccessionConfirmed(bytes32 indexed id, address indexed by);

    /// @notice The last key confirmed, and the successor took over.
    event SuccessionCompleted(bytes32 indexed id, address indexed wallet, address indexed successor);

    /// @notice Names who gets everything at the caller's death: any wallet, also of nobody yet; zero for nobody. It goes
    /// with the person to a new wallet.
    /// @dev Reverts with SuccessionNotAPerson, SuccessionBadSuccessor.
    function setNominee(address nominee) external;

    /// @notice Proposes a new wallet for a person who lost theirs. An acting registrar of the person's town; for a person
    /// who lives in no registered town the acting ambassador of their country, unless the wallet ever objected. A wallet
    /// that is a contract must have named a nominee. Proposals for a person stand beside each other: none delays or
    /// replaces another, and the first that is completed ends the others.
    /// @dev Reverts with SuccessionNotAPerson, SuccessionObjectionStands, SuccessionContractWallet, TownRegistryDormant,
    /// SuccessionNotRegistrar, SuccessionNotCountryAmbassador, SuccessionBadSuccessor, SuccessionProposedAlready.
    /// @return id the proposal's id, the hash of all it says.
    function proposeMove(bytes32 personId, address newWallet) external returns (bytes32 id);

    /// @notice Proposes to close the record of a person who died. The heir is the person's nominee (by that one's present
    /// wallet), or who is named here when there is none. Who may propose it as for `proposeMove`.
    /// @param evidence the hash of the document that proves the death.
    /// @dev Reverts with SuccessionNoEvidence, SuccessionNotTheNominee, and as `proposeMove` does.
    /// @return id the proposal's id, the hash of all it says.
    function proposeClosing(bytes32 personId, address heir, bytes32 evidence) external returns (bytes32 id);

    /// @notice Objects, which ends all proposals for the caller's wallet: within `OBJECTION_TIME` of this one, and only when
    /// there was no objection before. Later ones need head office's key too, and cannot be objected to; for a person of no
    /// registered town there are none. Only the wallet in question.
    /// @dev Reverts with SuccessionNotProposed, SuccessionNotTheWallet, SuccessionTooLate, SuccessionObjectedTo.
    function object(Proposal calldata proposal) external;

    /// @notice The same, signed, and sent by anybody.
    /// @param signature the wallet's over the EIP-712 struct Objection(bytes32 proposal), the proposal's id, in the domain
    /// "One Small Town succession", version "1"; a contract answers by ERC-1271.
    /// @dev Reverts with SuccessionBadSignature, and as `object` does.
    function objectWithSignature(Proposal calldata proposal, bytes calldata signature) external;

    /// @notice Confirms exactly this proposal, from `OBJECTION_TIME` to before `LAPSES_AFTER` after it. The keys of the town and of its
    /// country, and head office after an objection; for a person who lives in no registered town head office. Who gets or
    /// loses everything is not asked. With the last key of those now in office, while the proposer is still in office too,
    /// the successor takes over, with the balances in `tokens`.
    /// @param tokens ISuccessorTokens in which the old wallet has something; only those of the last key count. Anyone may
    /// move others later.
    /// @dev Reverts with SuccessionNotProposed, SuccessionOutdated, SuccessionObjectedTo, SuccessionNotNow,
    /// SuccessionContractWallet, TownRegistryDormant, SuccessionNotRegistrar, SuccessionNotCountryAmbassador,
    /// SuccessionBadSuccessor, SuccessionNotAKey, SuccessionOwnCase, SuccessionConfirmedAlready.
    function confirm(Proposal calldata proposal, address[] calldata tokens) external;

    /// @notice Who gets everything at the death of a wallet's person; zero when nobody is named.
    function nomineeOf(address wallet) external view returns (address);

    /// @notice Whether a wallet has objected to a proposal.
    function hasObjected(address wallet) external view returns (bool);

    /// @notice Whether a proposal with this id was made.
    function isProposed(bytes32 id) external view returns (bool);

    /// @notice Whether a wallet has confirmed a proposal.
    function hasConfirmed(bytes32 id, address wallet) external view returns (bool);
}
