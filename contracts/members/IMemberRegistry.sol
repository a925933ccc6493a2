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
    /// @param country ISO 3166-1 numeric; 0 when the wallet has no record.
    /// @param residentUntil seconds; until when the home is attested.
    /// @param number the member number in that town, also of one who left; 0 for somebody who never joined.
    /// @param left whether the person left the contribution force and has not come back.
    /// @param suspended whether the person is suspended.
    struct Person {
        uint32 town;
        uint16 country;
        uint40 residentUntil;
        uint16 number;
        bool left;
        bool suspended;
    }

    /// @notice What a registrar states about one resident.
    /// @param wallet the person's wallet.
    /// @param residentUntil seconds; at most `LONGEST_RESIDENCY` ahead.
    /// @param joins whether the person joins the contribution force with this, if they have not yet.
    /// @param personId HMAC-SHA256 over country, kind and normalised number of the identity document, with a key that
    /// the country office gives its registrars. It catches a second registration with honest registrars.
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
    /// @param nonce the wallet's next nonce.
    /// @param deadline seconds; until when it may be used.
    struct Admission {
        uint32 town;
        address wallet;
        bytes32 personId;
        uint40 residentUntil;
        uint256 nonce;
        uint256 deadline;
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

    /// @notice The person is already known with another wallet: one person, one record, one wallet.
    error MemberRegistryPersonKnown(bytes32 personId, address wallet);

    /// @notice The wallet already belongs to another person.
    error MemberRegistryWalletTaken(address wallet);

    /// @notice The person lives elsewhere, 0 for no registered town, and has not announced this move.
    error MemberRegistryLivesElsewhere(address wallet, uint32 town);

    /// @notice The registrar would exceed the week's limit of attestations that are new or end a residency earlier.
    error MemberRegistryOverLimit(address registrar, uint256 attested, uint256 limit);

    /// @notice The town has as many members as a timesheet can hold.
    error MemberRegistryTownFull(uint32 town, uint256 members);

    /// @notice Not an ISO 3166-1 numeric code (1 to 999).
    error MemberRegistryBadCountry(uint16 country);

    /// @notice The person is recorded in another country, whose ambassador alone may change that.
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

    /// @notice No registrar has proposed to suspend this person for this reason.
    error MemberRegistrySuspensionNotProposed(address wallet, bytes32 reason);

    /// @notice The wallet is not that of a person: nobody has attested it.
    error MemberRegistryNoHome(address wallet);

    /// @notice The admission was signed to be used until `deadline` (seconds).
    error MemberRegistryExpired(uint256 deadline);

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

    /// @notice A person who lives in no registered town was attested.
    event OutsiderAttested(uint16 indexed country, address indexed wallet, bytes32 indexed personId, address by);

    /// @notice A resident joined the contribution force in week `weekIndex`.
    event MemberAdmitted(uint32 indexed town, uint16 indexed number, address indexed wallet, uint16 weekIndex);

    /// @notice A member left the contribution force, of their own will.
    event MemberLeft(uint32 indexed town, uint16 indexed number, address indexed wallet);

    /// @notice A number went away in week `weekIndex`: its member left, was suspended, moved to another town or died. It
    /// has no hours in later weeks, until it comes back.
    event MemberAway(uint32 indexed town, uint16 indexed number, uint16 weekIndex);

    /// @notice A number came back in week `weekIndex`, and may have hours from that week on.
    event MemberReturned(uint32 indexed town, uint16 indexed number, address indexed wallet, uint16 weekIndex);

    /// @notice A registrar proposed to suspend a person, for a reason in a document with this hash.
    event SuspensionProposed(uint32 indexed town, address indexed wallet, bytes32 reason, address by);

    /// @notice A person was suspended, at the word of registrar and Town Ambassador.
    event PersonSuspended(uint32 indexed town, address indexed wallet, bytes32 reason, address proposer, address by);

    /// @notice A person's suspension was reversed.
    event PersonReinstated(uint32 indexed town, address indexed wallet, address by);

    /// @notice A person of town `fromTown` announced to move to town `toTown`, 0 for no registered town; their own town for
    /// staying.
    event MoveAnnounced(address indexed wallet, uint32 indexed fromTown, uint32 indexed toTown);

    /// @notice A person known already was attested in a new town, 0 for no registered town: as they had announced, or as
    /// head office named them. From 0 to 0 they moved to another country.
    event HouseMoved(address indexed wallet, uint32 indexed fromTown, uint32 indexed toTown);

    /// @notice A person has a new wallet, with record and numbers; the old one is of nobody for good.
    event WalletMoved(bytes32 indexed personId, address indexed wallet, address indexed newWallet);

    /// @notice The record of a person who died was closed; what their numbers earned belongs to the heir's wallet.
    event RecordClosed(bytes32 indexed personId, address indexed wallet, address indexed heir);

    /// @notice Attests residents of a town, for the first time or again, and admits those who join, or join again. Only a
    /// registrar of the town, who may make a limited number of attestations a week that are new or end a residency
    /// earlier. A person known already who lives elsewhere must have announced the move; what they hold there stays theirs,
    /// their roles of that town end, and a number they had in this town becomes theirs again when they join. All or nothing.
    /// @dev Reverts with MemberRegistryNotRegistrar, TownRegistryDormant, MemberRegistryMissing,
    /// MemberRegistryBadResidency, MemberRegistryPersonKnown, MemberRegistryWalletTaken, MemberRegistrySuperseded,
    /// MemberRegistrySuspended, MemberRegistryLivesElsewhere, MemberRegistryOverLimit, MemberRegistryTownFull.
    function attest(uint32 town, Attestation[] calldata attestations) external;

    /// @notice Attests and admits one resident at a registrar's signed word, against that registrar's limit. Anyone may
    /// send it; the registrar must act for the town now.
    /// @param signature the registrar's over the EIP-712 struct Admission(uint32 town,address wallet,bytes32
    /// personId,uint40 residentUntil,uint256 nonce,uint256 deadline), in the domain "One Small Town members", version
    /// "1"; a contract answers by ERC-1271.
    /// @dev Reverts with MemberRegistryExpired, MemberRegistryBadSignature, InvalidAccountNonce, and as `attest` does.
    function join(Admission calldata admission, address registrar, bytes calldata signature) external;

    /// @notice The caller leaves the contribution force. Their number stays theirs, and what they earned claimable; a
    /// registrar may admit them again. Only a member.
    /// @dev Reverts with MemberRegistryNotMember.
    function leave() external;

    /// @notice Proposes to suspend a person of the registrar's own town; a later proposal for the same person replaces an
    /// earlier one. Only a registrar of the town.
    /// @param reason the hash of a document.
    /// @dev Reverts with MemberRegistryNotRegistrar, TownRegistryDormant, MemberRegistrySuspended, MemberRegistryNoReason.
    function proposeSuspension(address wallet, bytes32 reason) external;

    /// @notice Suspends a person for exactly the proposed reason: until it is reversed they are no resident, hold no role
    /// of the town, have no hours and can neither buy nor receive shares. What they earned stays claimable. Only the Town
    /// Ambassador, while the registrar who proposed it is in office.
    /// @dev Reverts with TownRegistryNoSuchTown, TownRegistryDormant, TownRegistryNotTownAmbassador,
    /// MemberRegistrySuspensionNotProposed, MemberRegistryNotRegistrar.
    function confirmSuspension(address wallet, bytes32 reason) external;

    /// @notice Reverses a suspension. Only the Country Ambassador of the person's town.
    /// @dev Reverts with TownRegistryNoSuchTown, TownRegistryDormant, TownRegistryNotCountryAmbassador,
    /// MemberRegistryNotSuspended.
    function reinstate(address wallet) external;

    /// @notice The caller announces to move to another town, whose registrar may then attest them, or to a place without
    /// one, where the ambassador of their country may, also one of another country. Any person. A later announcement
    /// replaces an earlier one; naming the present town withdraws it.
    /// @param toTown 0 for a place without registered town.
    /// @dev Reverts with MemberRegistryNoHome, MemberRegistrySuspended, TownRegistryNoSuchTown.
    function moveHouse(uint32 toTown) external;

    /// @notice Attests one whom the Town Ambassador has named for registrar, until a registrar of the town was first
    /// confirmed; `MOST_FIRST_REGISTRARS` times at most. Only the Town Ambassador.
    /// @dev Reverts with TownRegistryNotTownAmbassador, TownRegistryDormant, MemberRegistryHasRegistrar,
    /// MemberRegistryNotNamed, MemberRegistryEnoughRegistrars, and as `attest` does.
    function attestFirstRegistrar(uint32 town, address wallet, uint40 residentUntil, bytes32 personId) external;

    /// @notice Attests a resident whom head office names; a person of no registered town without an announcement. Only the
    /// TownRegistry.
    /// @dev Reverts with MemberRegistryNotTownRegistry, and as `attest` does.
    function attestNominee(uint32 town, address wallet, uint40 residentUntil, bytes32 personId) external;

    /// @notice Attests persons who live in no registered town, of any country: to a town they are country or world.
    /// Only an acting Country Ambassador, who states for which country they act. A person of a registered town, or
    /// recorded in another country than the one stated, must have announced the move.
    /// @dev Reverts with MemberRegistryNotCountryAmbassador, MemberRegistryBadCountry, MemberRegistryMissing,
    /// MemberRegistryPersonKnown, MemberRegistryWalletTaken, MemberRegistrySuperseded, MemberRegistrySuspended,
    /// MemberRegistryLivesElsewhere, MemberRegistryOtherCountry.
    function attestOutsiders(uint16 ambassadorOf, Outsider[] calldata outsiders) external;

    /// @notice Ties a person to a new wallet, with record, numbers and rewards; the old wallet loses its roles and is of
    /// nobody for good. Only the Succession.
    /// @dev Reverts with MemberRegistryNotSuccession, MemberRegistryMissing, MemberRegistryWalletTaken,
    /// MemberRegistrySuperseded.
    function moveWallet(bytes32 personId, address newWallet) external;

    /// @notice Closes the record of a person who died: rewards of their numbers belong to the heir's wallet, which gets
    /// no record by this; the numbers stay away, and the person id stays in use. The old wallet loses its roles and is of
    /// nobody for good. Only the Succession.
    /// @dev Reverts with MemberRegistryNotSuccession, MemberRegistryMissing, MemberRegistryWalletTaken,
    /// MemberRegistrySuperseded.
    function close(bytes32 personId, address heir) external;

    /// @notice The wallet to which everything of `wallet` belongs since its person moved to another or died; zero when
    /// nothing of the kind happened. The successor may itself have one.
    function successorOf(address wallet) external view returns (address);

    /// @notice The wallet to which everything of `wallet` belongs by now: the last of its line of successors, each
    /// confirmed by the keys; itself when it has none.
    function presentWalletOf(address wallet) external view returns (address);

    /// @notice Whether a wallet is that of a member of `town` who has neither left nor is suspended.
    function isMember(address wallet, uint32 town) external view returns (bool);

    /// @notice Whether a member had left, was suspended, had moved away or died before week `weekIndex`, and had not come
    /// back in it or before. Exact for as many weeks before the present as a timesheet can be about; earlier
    /// weeks of one who came back since are not refused.
    function wasAway(uint32 town, uint256 number, uint16 weekIndex) external view returns (bool);

    /// @notice The first of some members who was away in week `weekIndex`, as `wasAway` says; 0 for none. Reads by 256
    /// members, and nothing for a word without any: asking about a whole town costs little, whatever happened in it.
    /// @param weekIndex at most the running week.
    /// @param among a bit for each member asked about, 256 to a word, number 1 highest in the first.
    function firstAway(uint32 town, uint16 weekIndex, uint256[] calldata among) external view returns (uint256 number);

    /// @notice How near a wallet's person is to a town. A resident whose date has passed is of their country.
    function tierOf(address wallet, uint32 town) external view returns (Tier);

    /// @notice The record of a wallet; all zero when nobody has attested it.
    function personOf(address wallet) external view returns (Person memory);

    /// @notice The wallet that a person id belongs to; zero when the id is unknown.
    function walletOf(bytes32 personId) external view returns (address);

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

    /// @notice Whether what others claim for a wallet waits, because a succession of its person is open.
    function isWaiting(address wallet) external view returns (bool);
}
