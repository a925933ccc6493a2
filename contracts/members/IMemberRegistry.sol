// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IResidency} from "../roles/IResidency.sol";

/// @notice How near a person is to a town, and so which phase of a sale first admits them.
enum Tier {
    None, // a wallet that nobody has attested, or a suspended person
    Local, // a resident of the town
    Country, // anybody else attested with the town's country
    World // anybody else attested
}

/// @title IMemberRegistry: persons, one record and one wallet each
interface IMemberRegistry is IResidency {
    /// @notice A person's record, found by the wallet.
    /// @param town the home town; 0 for a person who lives in no registered town.
    /// @param country ISO 3166-1 numeric, where they live; 0 when the wallet has no record.
    /// @param residentUntil seconds; until when the home is attested.
    /// @param number the member number in that town, also of one who left; 0 for somebody who never joined.
    /// @param left whether the person left the contribution force and has not come back.
    /// @param suspended whether the person is suspended.
    /// @param waiting whether a succession of the person is open: see `isWaiting`.
    /// @param idCountry the country whose office attested them last, and among whose ids their present person id is.
    /// @param movedIn the week of their last move of house; 0 for none.
    /// @param nonce how often they were attested or left: an admission is signed for the next.
    struct Person {
        uint32 town;
        uint16 country;
        uint40 residentUntil;
        uint16 number;
        bool left;
        bool suspended;
        bool waiting;
        uint16 idCountry;
        uint16 movedIn;
        uint32 nonce;
    }

    /// @notice What a registrar states about one resident.
    /// @param wallet the person's wallet.
    /// @param residentUntil seconds; at most `LONGEST_RESIDENCY` ahead.
    /// @param joins whether the person joins the contribution force with this, if they have not yet.
    /// @param personId HMAC-SHA256 over country, kind and normalised number of the identity document, with a key that
    /// the country office gives its registrars. It catches a second registration with honest registrars of a country.
    struct Attestation {
        address wallet;
        uint40 residentUntil;
        bool joins;
        bytes32 personId;
    }

    /// @notice What a Country Ambassador states about a person who lives in no registered town.
    struct Outsider {
        address wallet;
        uint16 country;
        bytes32 personId;
    }

    /// @notice A registrar's word, signed for one person to join with.
    /// @param nonce the nonce in the wallet's record.
    /// @param deadline seconds; it may be used in the `ADMISSION_LASTS` before.
    struct Admission {
        uint32 town;
        address wallet;
        bytes32 personId;
        uint40 residentUntil;
        uint256 nonce;
        uint256 deadline;
    }

    /// @notice What a registrar proposed, and the Town Ambassador may confirm.
    /// @param proposer the registrar; zero when nothing is proposed.
    /// @param proposedAt seconds; it waits `PROPOSAL_LASTS`, and ends before when its proposer leaves office.
    /// @param reason the hash of a document.
    struct Suspension {
        address proposer;
        uint40 proposedAt;
        bytes32 reason;
    }

    /// @notice Where a person announced to move.
    /// @param toTown 0 for a place without registered town. @param toCountry 0 when nothing is announced.
    struct Move {
        uint32 toTown;
        uint16 toCountry;
    }

    /// @notice Only the Succession may call this.
    error MemberRegistryNotSuccession(address caller);

    /// @notice The caller is not an acting registrar of the town.
    error MemberRegistryNotRegistrar(uint32 town, address caller);

    /// @notice The caller is not the country's acting ambassador.
    error MemberRegistryNotCountryAmbassador(uint16 country, address caller);

    /// @notice Only the TownRegistry may call this.
    error MemberRegistryNotTownRegistry(address caller);

    /// @notice The town has had a registrar; registrars attest everybody else.
    error MemberRegistryHasRegistrar(uint32 town);

    /// @notice The Town Ambassador has not named this wallet for registrar.
    error MemberRegistryNotNamed(uint32 town, address wallet);

    /// @notice The Town Ambassador has attested as many persons as they may until a registrar is confirmed.
    error MemberRegistryEnoughRegistrars(uint32 town, uint256 most);

    /// @notice The residency would end in the past or more than `LONGEST_RESIDENCY` ahead.
    error MemberRegistryBadResidency(uint256 residentUntil, uint256 now_, uint256 latest);

    /// @notice A wallet or person id of zero.
    error MemberRegistryMissing(address wallet, bytes32 personId);

    /// @notice The person is already known in this country with another wallet: one person, one record, one wallet.
    error MemberRegistryPersonKnown(bytes32 personId, address wallet);

    /// @notice The wallet already belongs to another person.
    error MemberRegistryWalletTaken(address wallet);

    /// @notice The wallet is proposed as the new one of somebody who lost theirs: nobody else may attest it meanwhile.
    error MemberRegistryReserved(address wallet);

    /// @notice The wallet is a contract that has not named a nominee, and so has not said that it is a person's.
    error MemberRegistryContractWallet(address wallet);

    /// @notice The person lives elsewhere, in `town` or, when that is 0, in no registered town, and has not announced this
    /// move.
    error MemberRegistryLivesElsewhere(address wallet, uint32 town);

    /// @notice The person has moved house lately, and moves again from week `weekIndex` on.
    error MemberRegistryMovedLately(address wallet, uint16 weekIndex);

    /// @notice A succession of the person is open; they do not move house meanwhile.
    error MemberRegistrySuccessionOpen(address wallet);

    /// @notice With this one, more would be attested this week than the town or country may attest.
    error MemberRegistryOverLimit(uint256 attested, uint256 limit);

    /// @notice The town has as many members as a timesheet can hold.
    error MemberRegistryTownFull(uint32 town, uint256 members);

    /// @notice Not an ISO 3166-1 numeric code (1 to 999), or not the country of that town.
    error MemberRegistryBadCountry(uint16 country);

    /// @notice The person was attested by another country, whose ambassador alone may do this, or that of the country to
    /// which they move.
    error MemberRegistryOtherCountry(address wallet, uint16 country);

    /// @notice The wallet is of nobody for good: everything of it belongs to its successor.
    error MemberRegistrySuperseded(address wallet);

    /// @notice The person is suspended.
    error MemberRegistrySuspended(address wallet);

    /// @notice The person is not suspended.
    error MemberRegistryNotSuspended(address wallet);

    /// @notice The wallet is not that of a member who has neither left nor is suspended.
    error MemberRegistryNotMember(address wallet);

    /// @notice A suspension needs the hash of a document that gives the reason.
    error MemberRegistryNoReason();

    /// @notice No registrar in office has proposed to suspend this person for this reason in the last `PROPOSAL_LASTS`.
    error MemberRegistrySuspensionNotProposed(address wallet, bytes32 reason);

    /// @notice Only who proposed the suspension may take it back.
    error MemberRegistryNotYourSuspension(address wallet, address caller);

    /// @notice The wallet is not that of a person: nobody has attested it.
    error MemberRegistryNoHome(address wallet);

    /// @notice The admission may be used from `from` to `deadline` (seconds).
    error MemberRegistryAdmissionNotNow(uint256 from, uint256 deadline);

    /// @notice The admission was used, or the person was attested or left since it was signed: the next nonce is another.
    error MemberRegistryAdmissionUsed(address wallet, uint256 nonce, uint256 next);

    /// @notice The registrar has revoked the admission.
    error MemberRegistryAdmissionRevoked(address wallet, address registrar);

    /// @notice The admission is not signed by this registrar.
    error MemberRegistryBadSignature(address registrar);

    /// @notice A person's home in a town was attested, for the first time or again.
    event ResidencyAttested(
        uint32 indexed town,
        address indexed wallet,
        bytes32 indexed personId,
        uint40 residentUntil,
        address by
    );

    /// @notice A person who lives in no registered town was attested, by the ambassador of `ambassadorOf`.
    event OutsiderAttested(
        uint16 indexed country,
        address indexed wallet,
        bytes32 indexed personId,
        uint16 ambassadorOf,
        address by
    );

    /// @notice One of several persons was not attested; the others were.
    /// @param town 0 for an outsider.
    /// @param problem the error, encoded, with which it would have failed alone.
    event AttestationSkipped(
        uint32 indexed town,
        address indexed wallet,
        bytes32 indexed personId,
        address by,
        bytes problem
    );

    /// @notice A registrar revoked an admission that they may have signed.
    event AdmissionRevoked(uint32 indexed town, address indexed wallet, address indexed registrar, uint256 nonce);

    /// @notice A resident joined the contribution force in week `weekIndex`.
    event MemberAdmitted(uint32 indexed town, uint16 indexed number, address indexed wallet, uint16 weekIndex);

    /// @notice A number went away in week `weekIndex`: its member left, was suspended, moved to another town or died. It
    /// has no hours in later weeks, until it comes back.
    event MemberAway(uint32 indexed town, uint16 indexed number, uint16 weekIndex);

    /// @notice A number came back in week `weekIndex`, and may have hours from that week on. One whose suspension was
    /// reversed came back in the week in which they were suspended; one who moved house comes in the week after.
    event MemberReturned(uint32 indexed town, uint16 indexed number, address indexed wallet, uint16 weekIndex);

    /// @notice A member left the contribution force, of their own will.
    event MemberLeft(uint32 indexed town, uint16 indexed number, address indexed wallet);

    /// @notice A registrar proposed to suspend a person, for a reason in a document with this hash.
    event SuspensionProposed(uint32 indexed town, address indexed wallet, bytes32 reason, address by);

    /// @notice A registrar took back what they had proposed.
    event SuspensionTakenBack(address indexed wallet, bytes32 reason, address by);

    /// @notice A person was suspended, at the word of registrar and Town Ambassador.
    event PersonSuspended(uint32 indexed town, address indexed wallet, bytes32 reason, address proposer, address by);

    /// @notice A person's suspension was reversed: no week of it is refused.
    event PersonReinstated(uint32 indexed town, address indexed wallet, address by);

    /// @notice A person of town `fromTown` announced to move to town `toTown`, 0 for no registered town, in `toCountry`;
    /// their present place for staying.
    event MoveAnnounced(address indexed wallet, uint32 indexed fromTown, uint32 indexed toTown, uint16 toCountry);

    /// @notice A person known already was attested in a new town, 0 for no registered town: as they had announced, or as
    /// head office named them. From 0 to 0 they moved to another country. In week `weekIndex` only the old town counts.
    event HouseMoved(address indexed wallet, uint32 indexed fromTown, uint32 indexed toTown, uint16 weekIndex);

    /// @notice A succession of a person was begun: what others claim for them waits, as long as the Succession says that it
    /// is open. `newWallet` is kept for them; zero at a death.
    event SuccessionBegun(address indexed wallet, address indexed newWallet);

    /// @notice A succession ended, and nobody took over.
    event SuccessionEnded(address indexed wallet, address indexed newWallet);

    /// @notice A person has a new wallet, with record, person ids and numbers; the old one is of nobody for good.
    event WalletMoved(address indexed wallet, address indexed newWallet);

    /// @notice The record of a person who died was closed; what their numbers earned belongs to the heir's wallet.
    event RecordClosed(address indexed wallet, address indexed heir);

    /// @notice Attests residents of a town, for the first time or again, and admits those who join, or join again. Only a
    /// registrar of the town. A person known already who lives elsewhere must have announced the move; what they hold there
    /// stays theirs, their roles of that town end, and a number they had in this town becomes theirs again when they join.
    /// Who cannot be attested is skipped, with AttestationSkipped; all registrars of the town together attest so many new
    /// persons a week, renewals and later admissions not counted; a dormant town attests nobody new.
    /// @dev Reverts with MemberRegistryNotRegistrar, TownRegistryNoSuchTown. Skips with MemberRegistryMissing,
    /// MemberRegistryPersonKnown, MemberRegistrySuperseded, MemberRegistryReserved, MemberRegistryWalletTaken,
    /// MemberRegistrySuspended, MemberRegistryContractWallet, MemberRegistryBadResidency, MemberRegistrySuccessionOpen,
    /// MemberRegistryLivesElsewhere, MemberRegistryMovedLately, TownRegistryDormant, MemberRegistryOverLimit,
    /// MemberRegistryTownFull.
    function attest(uint32 town, Attestation[] calldata attestations) external;

    /// @notice Attests and admits one resident at a registrar's signed word, within the town's limit. Anyone may send it;
    /// the registrar must act for the town now. Each attestation, admission or leaving of the person uses it up.
    /// @param signature the registrar's over the EIP-712 struct Admission(uint32 town,address wallet,bytes32
    /// personId,uint40 residentUntil,uint256 nonce,uint256 deadline), in the domain "One Small Town members", version
    /// "1"; a contract answers by ERC-1271.
    /// @dev Reverts with MemberRegistryAdmissionNotNow, MemberRegistryBadSignature, MemberRegistryAdmissionRevoked,
    /// MemberRegistryAdmissionUsed, MemberRegistryNotRegistrar, TownRegistryNoSuchTown, and with that with which `attest`
    /// skips.
    function join(Admission calldata admission, address registrar, bytes calldata signature) external;

    /// @notice Revokes an admission that the caller signed, or makes one useless that they never sign. Anyone, for their own
    /// signatures only.
    function revokeAdmission(Admission calldata admission) external;

    /// @notice The caller leaves the contribution force. Their number stays theirs, and what they earned claimable; a
    /// registrar may admit them again. Only a member.
    /// @dev Reverts with MemberRegistryNotMember.
    function resign() external;

    /// @notice Proposes to suspend a person of the registrar's own town; a later proposal for the same person replaces an
    /// earlier one. Only a registrar of the town.
    /// @param reason the hash of a document.
    /// @dev Reverts with MemberRegistryNotRegistrar, TownRegistryDormant, MemberRegistrySuspended, MemberRegistryNoReason.
    function proposeSuspension(address wallet, bytes32 reason) external;

    /// @notice Takes back what the caller proposed. Only who proposed it.
    /// @dev Reverts with MemberRegistryNotYourSuspension.
    function takeBackSuspension(address wallet) external;

    /// @notice Suspends a person for exactly the proposed reason: until it is reversed they are no resident, hold no role
    /// of the town, have no hours and can neither buy nor receive shares. What they earned stays claimable. Only the Town
    /// Ambassador, for `PROPOSAL_LASTS`, while the registrar who proposed it is in office.
    /// @dev Reverts with TownRegistryNoSuchTown, TownRegistryDormant, TownRegistryNotTownAmbassador,
    /// MemberRegistrySuspensionNotProposed.
    function confirmSuspension(address wallet, bytes32 reason) external;

    /// @notice Reverses a suspension: no week was refused. Only the Country Ambassador of the person's town, in any state
    /// of it.
    /// @dev Reverts with TownRegistryNoSuchTown, TownRegistryNotCountryAmbassador, MemberRegistryNotSuspended.
    function reinstate(address wallet) external;

    /// @notice The caller announces to move to another town, whose registrar may then attest them, or to a place without
    /// one, where the ambassador of that country may, or of the one that attested them before. Any person. A later
    /// announcement replaces an earlier one; naming the present place withdraws it. One moves again after
    /// `WEEKS_BETWEEN_MOVES`.
    /// @param toTown 0 for a place without registered town. @param toCountry of that place, or of that town.
    /// @dev Reverts with MemberRegistryNoHome, MemberRegistrySuspended, TownRegistryNoSuchTown, MemberRegistryBadCountry.
    function moveHouse(uint32 toTown, uint16 toCountry) external;

    /// @notice Attests one whom the Town Ambassador has named for registrar, until a registrar of the town was first
    /// confirmed; `MOST_FIRST_REGISTRARS` times at most. Only the Town Ambassador.
    /// @dev Reverts with TownRegistryNotTownAmbassador, TownRegistryDormant, MemberRegistryHasRegistrar,
    /// MemberRegistryNotNamed, MemberRegistryEnoughRegistrars, and with that with which `attest` skips, the week's limit
    /// excepted.
    function attestFirstRegistrar(uint32 town, address wallet, uint40 residentUntil, bytes32 personId) external;

    /// @notice Attests a resident whom head office names, in any state of the town; a person of no registered town without
    /// an announcement. Only the TownRegistry.
    /// @dev Reverts with MemberRegistryNotTownRegistry, and with that with which `attest` skips, dormancy and the week's
    /// limit excepted.
    function attestNominee(uint32 town, address wallet, uint40 residentUntil, bytes32 personId) external;

    /// @notice Attests persons who live in no registered town, of any country: to a town they are country or world.
    /// Only an acting Country Ambassador, who states for which country they act; so many new ones a week, renewals not
    /// counted. A person known already who lives elsewhere must have announced the move. Who cannot be attested is skipped,
    /// with AttestationSkipped.
    /// @dev Reverts with MemberRegistryNotCountryAmbassador. Skips with MemberRegistryBadCountry, MemberRegistryMissing,
    /// MemberRegistryPersonKnown, MemberRegistrySuperseded, MemberRegistryReserved, MemberRegistryWalletTaken,
    /// MemberRegistrySuspended, MemberRegistryContractWallet, MemberRegistryOtherCountry, MemberRegistrySuccessionOpen,
    /// MemberRegistryLivesElsewhere, MemberRegistryMovedLately, MemberRegistryOverLimit.
    function attestOutsiders(uint16 ambassadorOf, Outsider[] calldata outsiders) external;

    /// @notice Marks a person whose succession was proposed, so that what others claim for them waits, and keeps a new
    /// wallet for them. Only the Succession.
    /// @param newWallet of nobody yet; zero at a death.
    /// @dev Reverts with MemberRegistryNotSuccession, MemberRegistryWalletTaken.
    function beginSuccession(address wallet, address newWallet) external;

    /// @notice Takes the marks back: nobody takes over. Only the Succession.
    /// @dev Reverts with MemberRegistryNotSuccession.
    function endSuccession(address wallet, address newWallet) external;

    /// @notice Ties a person to a new wallet, with record, numbers and rewards; the old wallet loses its roles and is of
    /// nobody for good. Only the Succession.
    /// @dev Reverts with MemberRegistryNotSuccession, MemberRegistryNoHome, MemberRegistryWalletTaken,
    /// MemberRegistrySuperseded.
    function moveWallet(address wallet, address newWallet) external;

    /// @notice Closes the record of a person who died: rewards of their numbers belong to the heir's wallet, which gets
    /// no record by this; the numbers stay away, and the person ids stay in use. The old wallet loses its roles and is of
    /// nobody for good. Only the Succession.
    /// @dev Reverts with MemberRegistryNotSuccession, MemberRegistryNoHome, MemberRegistryWalletTaken,
    /// MemberRegistrySuperseded.
    function close(address wallet, address heir) external;

    /// @notice The wallet to which everything of `wallet` belongs since its person moved to another or died; zero when
    /// nothing of the kind happened. The successor may itself have one.
    function successorOf(address wallet) external view returns (address);

    /// @notice The wallet to which anybody may move what `wallet` holds of a token: its successor, unless a contract is at
    /// `wallet` now that never named a nominee itself, and so holds what may be others'. Zero for nobody.
    function followerOf(address wallet) external view returns (address);

    /// @notice The wallet to which everything of `wallet` belongs by now, and whether others can claim for it.
    /// @return present the last of its line of successors, each confirmed by the keys; itself when it has none.
    /// @return waiting whether what others claim for the present wallet waits: see `isWaiting`.
    function presentWalletOf(address wallet) external view returns (address present, bool waiting);

    /// @notice The wallet that the person of `wallet` has by now, or had when they died; itself when it is of nobody.
    function ownWalletOf(address wallet) external view returns (address);

    /// @notice Whether a wallet is that of a member of `town` who has neither left nor is suspended.
    function isMember(address wallet, uint32 town) external view returns (bool);

    /// @notice Whether a member had left, was suspended, had moved away or died before week `weekIndex`, and had not come
    /// back in it or before; or came by a move of house in that week. Exact for as many weeks before the present as a
    /// timesheet can be about; earlier weeks of one who came back since are not refused.
    function wasAway(uint32 town, uint256 number, uint16 weekIndex) external view returns (bool);

    /// @notice The first of some members who was away in week `weekIndex`, as `wasAway` says; 0 for none. Reads by 256
    /// members, and nothing for a word without any: asking about a whole town costs little, whatever happened in it.
    /// @param weekIndex at most the running week.
    /// @param among a bit for each member asked about, 256 to a word, number 1 highest in the first.
    function firstAway(uint32 town, uint16 weekIndex, uint256[] calldata among) external view returns (uint256 number);

    /// @notice How many member numbers a town has given; numbers are 1 to this.
    function memberCount(uint32 town) external view returns (uint16);

    /// @notice The present wallet of a member number and the week it joined in; zero for a number not given.
    function memberAt(uint32 town, uint256 number) external view returns (address wallet, uint16 joinedIn);

    /// @notice The present wallets of member numbers, zero for numbers not given.
    /// @return wallets of each number.
    /// @return waiting whether what others claim for that number waits, because a succession of its person is open.
    function walletsAt(
        uint32 town,
        uint16[] calldata numbers
    ) external view returns (address[] memory wallets, bool[] memory waiting);

    /// @notice How near a wallet's person is to a town. A resident whose date has passed is of their country.
    function tierOf(address wallet, uint32 town) external view returns (Tier);

    /// @notice The record of a wallet; all zero when nobody has attested it.
    function personOf(address wallet) external view returns (Person memory);

    /// @notice The wallet of the person with this id among those of a country; zero when it is unknown there.
    function walletOf(uint16 country, bytes32 personId) external view returns (address);

    /// @notice Where a wallet's person announced to move.
    function moveOf(address wallet) external view returns (Move memory);

    /// @notice What is proposed to suspend a wallet's person for, whether or not it still stands.
    function suspensionOf(address wallet) external view returns (Suspension memory);

    /// @notice The persons of a town whom a registrar in office proposed to suspend in the last `PROPOSAL_LASTS`, and who
    /// are not suspended.
    function suspensionsProposedIn(uint32 town) external view returns (address[] memory wallets);

    /// @notice How many new persons were attested this week by all registrars of a town.
    function attestedThisWeek(uint32 town) external view returns (uint16);

    /// @notice How many new persons of no registered town were attested this week by a country's ambassador.
    function attestedThisWeekBy(uint16 country) external view returns (uint16);

    /// @notice Whether what others claim for a wallet waits, because a succession of its person is open. The wallet itself
    /// may claim.
    function isWaiting(address wallet) external view returns (bool);
}
