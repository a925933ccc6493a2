// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ISuccession: who follows a wallet that was lost, or a person who died
interface ISuccession {
    /// @notice What is proposed; its hash is the proposal's id.
    /// @param wallet the person's wallet, which was lost, or whose holder died.
    /// @param successor the person's new wallet; at a death, the heir's.
    /// @param evidence at a death, the hash of the document that proves it; zero otherwise.
    /// @param town the person's home; 0 for one who lives in no registered town.
    /// @param country the country whose office attested the person last: its ambassador proposes where there is no town.
    /// @param proposer the registrar, or Country Ambassador, who proposed it.
    /// @param proposedAt seconds.
    /// @param isSecond whether the wallet had objected in the year before: the days run from head office's confirmation,
    /// and nobody objects.
    /// @param passesOver whether the heir is another than the person named: it is in public for longer, and head office's
    /// key is needed.
    struct Proposal {
        address wallet;
        address successor;
        bytes32 evidence;
        uint32 town;
        uint16 country;
        address proposer;
        uint40 proposedAt;
        bool isSecond;
        bool passesOver;
    }

    /// @notice A proposal, and how far it is.
    /// @param id the hash of the proposal; zero when none is known.
    /// @param isOpen whether it can still be confirmed, now or later.
    /// @param from seconds; from when it is confirmed, and until when it is objected to. 0 for a second, before head office's
    /// first confirmation.
    /// @param until seconds; when it lapses.
    /// @param byTown whether the Town Ambassador now in office has confirmed it.
    /// @param byCountry whether the Country Ambassador now in office has confirmed it.
    /// @param byHeadOffice whether head office has confirmed it; of a second, its first confirmation.
    struct Standing {
        bytes32 id;
        Proposal proposal;
        bool isOpen;
        uint256 from;
        uint256 until;
        bool byTown;
        bool byCountry;
        bool byHeadOffice;
    }

    /// @notice The wallet is not that of a person.
    error SuccessionNotAPerson(address wallet);

    /// @notice The wallet cannot take over: it is missing, the old one, superseded, the proposer's; for a move also when
    /// it has a record, holds a key, is kept for somebody else, or is a contract that never named a nominee.
    error SuccessionBadSuccessor(address wallet, address successor);

    /// @notice A death needs the hash of a document that proves it.
    error SuccessionNoEvidence();

    /// @notice The wallet is not that of an acting registrar of the town, other than the person themself.
    error SuccessionNotRegistrar(uint32 town, address wallet);

    /// @notice The wallet is not that of the acting ambassador of that country, other than the person themself.
    error SuccessionNotCountryAmbassador(uint16 country, address wallet);

    /// @notice A succession of this person is open: there is one at a time.
    error SuccessionOpen(address wallet, bytes32 id);

    /// @notice Exactly this is not proposed for the person, or has ended: confirmed, taken back, refused, objected to,
    /// lapsed, or because who proposed it left office.
    error SuccessionNotOpen(address wallet, bytes32 id);

    /// @notice Nobody objects to a second proposal: head office looks at it.
    error SuccessionIsSecond(bytes32 id);

    /// @notice The wallet is a contract that has never named a nominee, and so has not said that it may be followed.
    error SuccessionContractWallet(address wallet);

    /// @notice The new wallet's word counts for at most `WORD_LASTS` before its deadline (seconds).
    error SuccessionWordNotNow(uint256 from, uint256 deadline);

    /// @notice Exactly this is not signed by this wallet.
    error SuccessionBadSignature(address wallet);

    /// @notice Objections were possible before `until` (seconds).
    error SuccessionTooLate(bytes32 id, uint256 until);

    /// @notice Confirmations are possible from `from` to before `until` (seconds).
    error SuccessionNotNow(bytes32 id, uint256 from, uint256 until);

    /// @notice The caller holds none of the keys that this needs.
    error SuccessionNotAKey(bytes32 id, address caller);

    /// @notice A second proposal is first confirmed by head office.
    error SuccessionNotBegun(bytes32 id, address caller);

    /// @notice A second proposal is confirmed by ambassadors who have been in office for `IN_OFFICE_FOR`: this one from
    /// `from` (seconds) on.
    error SuccessionNewInOffice(address caller, uint256 from);

    /// @notice The caller would get everything, or lose it: they cannot decide about this.
    error SuccessionOwnCase(bytes32 id, address caller);

    /// @notice The caller has confirmed this already.
    error SuccessionConfirmedAlready(bytes32 id, address caller);

    /// @notice A person named who gets everything at their death; zero for nobody.
    event NomineeSet(address indexed wallet, address indexed nominee);

    /// @notice A new wallet was proposed for a person, or an heir.
    event SuccessionProposed(bytes32 indexed id, address indexed wallet, Proposal proposal);

    /// @notice The wallet in question objected to this proposal, which ended.
    event SuccessionObjected(bytes32 indexed id, address indexed wallet);

    /// @notice A proposal was taken back by who had made it, or refused by somebody whose key it needed.
    event SuccessionRefused(bytes32 indexed id, address indexed wallet, address indexed by);

    /// @notice Somebody with a key confirmed a proposal. Head office's first confirmation of a second one only lets the
    /// days begin.
    event SuccessionConfirmed(bytes32 indexed id, address indexed by);

    /// @notice The last key confirmed, and the successor took over.
    event SuccessionCompleted(bytes32 indexed id, address indexed wallet, address indexed successor);

    /// @notice Names who gets everything at the caller's death: any wallet, also of nobody yet; zero for nobody. Any wallet
    /// may, also one that nobody has attested; a contract says by this that it is a person's, and may be followed. It goes
    /// with the person to a new wallet, unless that one has named somebody itself.
    /// @dev Reverts with SuccessionBadSuccessor.
    function setNominee(address nominee) external;

    /// @notice Proposes a new wallet for a person who lost theirs. An acting registrar of the person's town; for a person
    /// who lives in no registered town the acting ambassador of the country that attested them. Until the proposal ends,
    /// nobody else may propose one for the person, nobody may attest the new wallet, what others claim for the person
    /// waits, and they do not move house.
    /// @param deadline seconds; the new wallet's word counts for at most `WORD_LASTS` before.
    /// @param signature the new wallet's over the EIP-712 struct NewWallet(address wallet,address newWallet,uint256
    /// deadline), in the domain "One Small Town succession", version "1"; a contract answers by ERC-1271.
    /// @dev Reverts with SuccessionWordNotNow, SuccessionBadSignature, SuccessionNotAPerson, SuccessionOpen,
    /// SuccessionContractWallet, TownRegistryDormant, SuccessionNotRegistrar, SuccessionNotCountryAmbassador,
    /// SuccessionBadSuccessor.
    /// @return id the proposal's id, the hash of all it says.
    function proposeMove(
        address wallet,
        address newWallet,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes32 id);

    /// @notice Proposes to close the record of a person who died. The heir is the person's nominee (by that person's present
    /// wallet); another only with head office's key, and after `PUBLIC_TIME`. Where nobody is named, or who was named
    /// died too, the heir is who is named here. Who may propose it, and what waits, as for `proposeMove`.
    /// @param evidence the hash of the document that proves the death.
    /// @dev Reverts with SuccessionNoEvidence, and as `proposeMove` does.
    /// @return id the proposal's id, the hash of all it says.
    function proposeClosing(address wallet, address heir, bytes32 evidence) external returns (bytes32 id);

    /// @notice Objects to a proposal for the caller's wallet before it can be confirmed, which ends it. Another made within
    /// `SECOND_WITHIN` is a second. Only the wallet in question.
    /// @dev Reverts with SuccessionNotOpen, SuccessionIsSecond, SuccessionTooLate.
    function object(bytes32 id) external;

    /// @notice The same, signed, and sent by anybody.
    /// @param signature the wallet's over the EIP-712 struct Objection(bytes32 proposal), the proposal's id, in the domain
    /// "One Small Town succession", version "1"; a contract answers by ERC-1271.
    /// @dev Reverts with SuccessionBadSignature, and as `object` does.
    function objectWithSignature(address wallet, bytes32 id, bytes calldata signature) external;

    /// @notice Ends a proposal. Who made it takes it back, and each whose key it needs may refuse it, at any time; not who
    /// would lose everything.
    /// @dev Reverts with SuccessionNotOpen, SuccessionNotAKey, SuccessionOwnCase.
    function refuse(address wallet, bytes32 id) external;

    /// @notice Confirms exactly this proposal. The Town and the Country Ambassador of the person's town, and head office
    /// where the heir is another than the nominee; for a person who lives in no registered town head office. From
    /// `OBJECTION_TIME` to before `LAPSES_AFTER` after it was made; where the heir is another than the nominee, from
    /// `PUBLIC_TIME` to `LAPSES_AFTER` later. A second is first confirmed by head office, for which it waits
    /// `LAPSES_AFTER`; then its days run, and ambassadors confirm it who have been in office for `IN_OFFICE_FOR`; for a
    /// person of no registered town head office once more, after `PUBLIC_TIME`. Who gets or loses everything is not asked.
    /// With the last key of those now in office, while the proposer is still in office too, the successor takes over, with
    /// the balances in `tokens`.
    /// @param tokens ISuccessorTokens in which the old wallet has something; only those of the last key count. Anyone may
    /// move others later.
    /// @dev Reverts with SuccessionNotOpen, SuccessionNotAKey, SuccessionOwnCase, SuccessionNotBegun, SuccessionNotNow,
    /// SuccessionContractWallet, SuccessionBadSuccessor, SuccessionNewInOffice, SuccessionConfirmedAlready.
    function confirm(address wallet, bytes32 id, address[] calldata tokens) external;

    /// @notice Clears what is kept of proposals that have ended by themselves, so that claims for those persons cost less
    /// again; leaves others as they are. Anyone.
    function forget(address[] calldata wallets) external;

    /// @notice Who gets everything at the death of a wallet's person; zero when nobody is named.
    function nomineeOf(address wallet) external view returns (address);

    /// @notice Whether a wallet ever named a nominee itself.
    function hasNamed(address wallet) external view returns (bool);

    /// @notice Whether everything of a wallet may go to a successor: it is no contract now, or once named a nominee itself.
    function mayBeFollowed(address wallet) external view returns (bool);

    /// @notice When (seconds) a wallet objected last; 0 for never.
    function objectedAt(address wallet) external view returns (uint256);

    /// @notice Whether a succession of a wallet's person is open.
    function isOpen(address wallet) external view returns (bool);

    /// @notice Whether a wallet is kept as the new one of somebody whose succession is open.
    function isReserved(address newWallet) external view returns (bool);

    /// @notice The last proposal for a wallet's person, with how far it is; empty when there is none, or it was decided.
    function successionOf(address wallet) external view returns (Standing memory);

    /// @notice The wallets of all persons whose succession was proposed in a role, and not decided yet: a registrar's of
    /// their town, or the Country Ambassador's; see Roles. Those of some may have ended by themselves: see `successionOf`.
    function proposedBy(bytes32 role) external view returns (address[] memory wallets);

    /// @notice Whether a wallet has confirmed a proposal.
    function hasConfirmed(bytes32 id, address wallet) external view returns (bool);
}
