// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {Moments} from "../lib/Moments.sol";
import {SecondKey} from "../lib/SecondKey.sol";
import {Signatures} from "../lib/Signatures.sol";
import {Wallets} from "../lib/Wallets.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {Roles} from "../roles/Roles.sol";
import {IMemberRegistry} from "./IMemberRegistry.sol";
import {ISuccession} from "./ISuccession.sol";
import {ISuccessorToken} from "./ISuccessorToken.sol";
import {ITownRegistry} from "./ITownRegistry.sol";

/// @title Succession: who follows a wallet that was lost, or a person who died
/// @notice Holds no money and no records, only nominees and proposals. A registrar of the person's town (the ambassador
/// of the country that attested a person of no registered town) proposes a new wallet that has signed for it, or an heir;
/// the old wallet may object for `OBJECTION_TIME`; then the ambassadors of the town and its country confirm (head office
/// for a person of no registered town). After an objection the next is a second: head office is a third key and lets the
/// days begin, and nobody objects, so that a thief with the old wallet can delay, not prevent. While a proposal is open,
/// what others claim for the person waits, and nobody attests the new wallet. Nobody can be heir, or move their own
/// wallet, with their own key; follow a contract that has never named a nominee; have two proposals for one person; or
/// pass over a living nominee without head office and `PUBLIC_TIME`. Only keys in office at the last confirmation count,
/// the proposer's included.
/// Units: seconds. Assumes: the keys look at documents. Known limits: a nominee who holds one of the keys must give it up
/// first; a registrar or ambassador whose own wallet was lost must be removed first where their key is needed; a registrar
/// can let what others claim for a person wait, for 30 days at most, until that wallet objects, either ambassador refuses,
/// or the registrar is removed; one removed and appointed anew meanwhile by both ambassadors finds the proposal open.
contract Succession is ISuccession, EIP712 {
    using EnumerableSet for EnumerableSet.AddressSet;
    using Wallets for address;

    /// @notice How long the old wallet may object; nobody confirms before.
    uint256 public constant OBJECTION_TIME = 7 days;

    /// @notice The same where an heir is another than the nominee, and between head office's two confirmations of a second
    /// for a person of no registered town.
    uint256 public constant PUBLIC_TIME = 30 days;

    /// @notice How long after it was made, or head office let it begin, a proposal lapses; where it is in public for longer,
    /// how long after that.
    uint256 public constant LAPSES_AFTER = 30 days;

    /// @notice How long after an objection a proposal is a second.
    uint256 public constant SECOND_WITHIN = 365 days;

    /// @notice How long an ambassador must have been in office to confirm a second.
    uint256 public constant IN_OFFICE_FOR = 60 days;

    /// @notice How long before its deadline a new wallet's word counts.
    uint256 public constant WORD_LASTS = 30 days;

    bytes32 private constant _NEW_WALLET_TYPEHASH = keccak256(
        "NewWallet(address wallet,address newWallet,uint256 deadline)"
    );
    bytes32 private constant _OBJECTION_TYPEHASH = keccak256("Objection(bytes32 proposal)");

    struct Nomination {
        address nominee;
        bool named; // whether the wallet ever named anybody itself
    }

    // The days run from `begunAt`; 0 for a second that head office has not confirmed yet.
    struct Kept {
        Proposal proposal;
        uint40 begunAt;
    }

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;

    mapping(address wallet => Nomination) private _nominations;
    mapping(address wallet => Kept) private _kept;
    mapping(address newWallet => address wallet) private _keptFor;
    mapping(bytes32 role => EnumerableSet.AddressSet) private _proposedBy;

    /// @inheritdoc ISuccession
    mapping(address wallet => uint256) public objectedAt;

    /// @inheritdoc ISuccession
    mapping(bytes32 id => mapping(address wallet => bool)) public hasConfirmed;

    constructor(
        IAuthority authority,
        ITownRegistry towns,
        IMemberRegistry members
    ) EIP712("One Small Town succession", "1") {
        _AUTHORITY = authority;
        _TOWNS = towns;
        _MEMBERS = members;
    }

    /// @inheritdoc ISuccession
    function setNominee(address nominee) external {
        require(nominee != msg.sender, SuccessionBadSuccessor(msg.sender, nominee));

        bool named = nominee != address(0) || hasNamed(msg.sender);
        _nominations[msg.sender] = Nomination({nominee: nominee, named: named});

        emit NomineeSet(msg.sender, nominee);
    }

    /// @inheritdoc ISuccession
    function proposeMove(
        address wallet,
        address newWallet,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes32 id) {
        uint256 from = deadline < WORD_LASTS ? 0 : deadline - WORD_LASTS;
        require(block.timestamp >= from && block.timestamp <= deadline, SuccessionWordNotNow(from, deadline));
        bytes32 structHash = keccak256(abi.encode(_NEW_WALLET_TYPEHASH, wallet, newWallet, deadline));
        bool signed = Signatures.isSigned(newWallet, _hashTypedDataV4(structHash), signature);
        require(signed, SuccessionBadSignature(newWallet));

        return _propose(wallet, newWallet, 0);
    }

    /// @inheritdoc ISuccession
    function proposeClosing(address wallet, address heir, bytes32 evidence) external returns (bytes32 id) {
        require(evidence != 0, SuccessionNoEvidence());

        return _propose(wallet, heir, evidence);
    }

    /// @inheritdoc ISuccession
    function object(bytes32 id) external {
        _object(msg.sender, id);
    }

    /// @inheritdoc ISuccession
    function objectWithSignature(address wallet, bytes32 id, bytes calldata signature) external {
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(_OBJECTION_TYPEHASH, id)));
        require(Signatures.isSigned(wallet, digest, signature), SuccessionBadSignature(wallet));

        _object(wallet, id);
    }

    /// @inheritdoc ISuccession
    function refuse(address wallet, bytes32 id) external {
        Proposal memory proposal = _requireOpen(wallet, id).proposal;
        require(msg.sender == proposal.proposer || _isKey(proposal, msg.sender), SuccessionNotAKey(id, msg.sender));
        require(msg.sender != wallet, SuccessionOwnCase(id, msg.sender));

        _end(proposal);

        emit SuccessionRefused(id, wallet, msg.sender);
    }

    /// @inheritdoc ISuccession
    function confirm(address wallet, bytes32 id, address[] calldata tokens) external {
        Kept memory kept = _requireOpen(wallet, id);
        Proposal memory proposal = kept.proposal;
        require(_isKey(proposal, msg.sender), SuccessionNotAKey(id, msg.sender));
        bool ownCase = msg.sender == wallet || msg.sender == proposal.successor;
        require(!ownCase, SuccessionOwnCase(id, msg.sender));
        _requireFollowable(wallet);
        _requireSuccessor(proposal);
        if (kept.begunAt == 0) return _letBegin(proposal, id);

        (uint256 from, uint256 until) = _timesOf(kept);
        require(block.timestamp >= from, SuccessionNotNow(id, from, until));
        require(!hasConfirmed[id][msg.sender], SuccessionConfirmedAlready(id, msg.sender));
        if (proposal.isSecond && proposal.town != 0) _requireLongInOffice(proposal.town, msg.sender);

        hasConfirmed[id][msg.sender] = true;

        emit SuccessionConfirmed(id, msg.sender);

        if (_isComplete(id, proposal)) _complete(id, proposal, tokens);
    }

    /// @inheritdoc ISuccession
    function forget(address[] calldata wallets) external {
        for (uint256 i = 0; i < wallets.length; i++) {
            Proposal memory proposal = _kept[wallets[i]].proposal;
            if (proposal.proposer != address(0) && !isOpen(wallets[i])) _end(proposal);
        }
    }

    /// @inheritdoc ISuccession
    function nomineeOf(address wallet) public view returns (address) {
        return _nominations[wallet].nominee;
    }

    /// @inheritdoc ISuccession
    function hasNamed(address wallet) public view returns (bool) {
        return _nominations[wallet].named;
    }

    /// @inheritdoc ISuccession
    function mayBeFollowed(address wallet) public view returns (bool) {
        return !wallet.isContract() || hasNamed(wallet);
    }

    /// @inheritdoc ISuccession
    function isOpen(address wallet) public view returns (bool) {
        Kept memory kept = _kept[wallet];
        Proposal memory proposal = kept.proposal;
        if (proposal.proposer == address(0)) return false;
        (, uint256 until) = _timesOf(kept);
        return block.timestamp < until && _isProposerInOffice(proposal);
    }

    /// @inheritdoc ISuccession
    function isReserved(address newWallet) public view returns (bool) {
        address wallet = _keptFor[newWallet];
        return _kept[wallet].proposal.successor == newWallet && isOpen(wallet);
    }

    /// @inheritdoc ISuccession
    function successionOf(address wallet) external view returns (Standing memory standing) {
        Kept memory kept = _kept[wallet];
        Proposal memory proposal = kept.proposal;
        if (proposal.proposer == address(0)) return standing;
        bytes32 id = _idOf(proposal);
        (uint256 from, uint256 until) = _timesOf(kept);
        bool begunByThird = proposal.isSecond && kept.begunAt != 0;

        standing = Standing({
            id: id,
            proposal: proposal,
            isOpen: isOpen(wallet),
            from: from,
            until: until,
            byTown: hasConfirmed[id][_TOWNS.townKeyOf(proposal.town)],
            byCountry: hasConfirmed[id][_TOWNS.countryKeyOf(proposal.town)],
            byHeadOffice: begunByThird || hasConfirmed[id][_AUTHORITY.headOffice()]
        });
    }

    /// @inheritdoc ISuccession
    function proposedBy(bytes32 role) external view returns (address[] memory) {
        return _proposedBy[role].values();
    }

    function _propose(address wallet, address successor, bytes32 evidence) private returns (bytes32 id) {
        IMemberRegistry.Person memory person = _MEMBERS.personOf(wallet);
        require(person.country != 0, SuccessionNotAPerson(wallet));
        Kept memory before = _kept[wallet];
        require(!isOpen(wallet), SuccessionOpen(wallet, _idOf(before.proposal)));
        _requireFollowable(wallet);
        Proposal memory proposal = Proposal({
            wallet: wallet,
            successor: successor,
            evidence: evidence,
            town: person.town,
            country: person.idCountry,
            proposer: msg.sender,
            proposedAt: Moments.in40Bits(block.timestamp),
            isSecond: objectedAt[wallet] != 0 && block.timestamp < objectedAt[wallet] + SECOND_WITHIN,
            passesOver: evidence != 0 && _passesOver(wallet, successor)
        });
        _requireProposer(proposal);
        if (before.proposal.proposer != address(0)) _end(before.proposal);
        _requireSuccessor(proposal);
        id = _idOf(proposal);

        _kept[wallet] = Kept({proposal: proposal, begunAt: proposal.isSecond ? 0 : proposal.proposedAt});
        _proposedBy[_roleOf(proposal)].add(wallet);
        address reserved = _reservedBy(proposal);
        if (reserved != address(0)) _keptFor[reserved] = wallet;

        emit SuccessionProposed({id: id, wallet: wallet, proposal: proposal});

        _MEMBERS.beginSuccession(wallet, reserved);
    }

    function _object(address wallet, bytes32 id) private {
        Kept memory kept = _requireOpen(wallet, id);
        require(!kept.proposal.isSecond, SuccessionIsSecond(id));
        (uint256 until, ) = _timesOf(kept);
        require(block.timestamp < until, SuccessionTooLate(id, until));

        objectedAt[wallet] = block.timestamp;
        _end(kept.proposal);

        emit SuccessionObjected(id, wallet);
    }

    /// @dev Head office's first confirmation of a second.
    function _letBegin(Proposal memory proposal, bytes32 id) private {
        require(msg.sender == _AUTHORITY.headOffice(), SuccessionNotBegun(id, msg.sender));

        _kept[proposal.wallet].begunAt = Moments.in40Bits(block.timestamp);

        emit SuccessionConfirmed(id, msg.sender);
    }

    function _complete(bytes32 id, Proposal memory proposal, address[] calldata tokens) private {
        address wallet = proposal.wallet;
        address successor = proposal.successor;
        bool death = proposal.evidence != 0;
        _clear(proposal);
        if (!death) _moveNominee(wallet, successor);

        emit SuccessionCompleted(id, wallet, successor);

        if (death) _MEMBERS.close(wallet, successor);
        else _MEMBERS.moveWallet(wallet, successor);
        for (uint256 i = 0; i < tokens.length; i++) {
            ISuccessorToken(tokens[i]).moveToSuccessor(wallet);
        }
    }

    /// @dev The wishes of a person go with them. Whom their new wallet has named is their later word.
    function _moveNominee(address wallet, address newWallet) private {
        address nominee = nomineeOf(wallet);
        if (nominee == address(0) || nominee == newWallet || nomineeOf(newWallet) != address(0)) return;

        _nominations[wallet].nominee = address(0);
        _nominations[newWallet].nominee = nominee;

        emit NomineeSet(wallet, address(0));
        emit NomineeSet(newWallet, nominee);
    }

    /// @dev Ends a proposal, and nobody takes over.
    function _end(Proposal memory proposal) private {
        _clear(proposal);
        _MEMBERS.endSuccession(proposal.wallet, _reservedBy(proposal));
    }

    function _clear(Proposal memory proposal) private {
        delete _kept[proposal.wallet];
        _proposedBy[_roleOf(proposal)].remove(proposal.wallet);
    }

    function _requireOpen(address wallet, bytes32 id) private view returns (Kept memory kept) {
        kept = _kept[wallet];
        require(_idOf(kept.proposal) == id && isOpen(wallet), SuccessionNotOpen(wallet, id));
    }

    /// @dev A contract may hold what is everybody's. One that named a nominee has said that it may be followed.
    function _requireFollowable(address wallet) private view {
        require(mayBeFollowed(wallet), SuccessionContractWallet(wallet));
    }

    function _requireProposer(Proposal memory proposal) private view {
        address proposer = proposal.proposer;
        bool inOffice = _isProposerInOffice(proposal) && proposer != proposal.wallet;
        if (proposal.town == 0) {
            require(inOffice, SuccessionNotCountryAmbassador(proposal.country, proposer));
            return;
        }

        _TOWNS.requireActive(proposal.town);
        require(inOffice, SuccessionNotRegistrar(proposal.town, proposer));
    }

    /// @dev One who left and came back since is another.
    function _isProposerInOffice(Proposal memory proposal) private view returns (bool) {
        return SecondKey.hasHeld(proposal.proposedAt, _AUTHORITY.actsSince(_roleOf(proposal), proposal.proposer));
    }

    /// @dev A person's new wallet is nobody's yet; an heir may be a person, or hold a key that is not asked here.
    function _requireSuccessor(Proposal memory proposal) private view {
        address successor = proposal.successor;
        bool usable =
            successor != address(0) &&
                successor != proposal.wallet &&
                successor != proposal.proposer &&
                _MEMBERS.successorOf(successor) == address(0) &&
                (proposal.evidence != 0 || _isUnused(successor, proposal.wallet));
        require(usable, SuccessionBadSuccessor(proposal.wallet, successor));
    }

    function _isUnused(address newWallet, address wallet) private view returns (bool) {
        bool isKept = _keptFor[newWallet] != wallet && isReserved(newWallet);
        bool isTaken = _MEMBERS.personOf(newWallet).country != 0 || _AUTHORITY.holdsKey(newWallet);
        return !isKept && !isTaken && mayBeFollowed(newWallet);
    }

    function _requireLongInOffice(uint32 town, address ambassador) private view {
        bool isTowns = ambassador == _TOWNS.townKeyOf(town);
        uint16 country = _TOWNS.countryOf(town);
        bytes32 office = isTowns ? Roles.townAmbassador(town) : Roles.countryAmbassador(country);
        (, uint256 actsFrom) = _AUTHORITY.ambassadorOf(office);
        uint256 from = actsFrom + IN_OFFICE_FOR;
        require(block.timestamp >= from, SuccessionNewInOffice(ambassador, from));
    }

    /// @dev Whether somebody else is to inherit than the person named, who lives and has not moved to that wallet.
    function _passesOver(address wallet, address heir) private view returns (bool) {
        address nominee = _MEMBERS.ownWalletOf(nomineeOf(wallet));
        bool lives = nominee != address(0) && _MEMBERS.successorOf(nominee) == address(0);
        return lives && nominee != wallet && nominee != heir;
    }

    /// @dev Nobody holds a key of town 0.
    function _isKey(Proposal memory proposal, address wallet) private view returns (bool) {
        uint32 town = proposal.town;
        bool third = town == 0 || proposal.isSecond || proposal.passesOver;
        if (third && wallet == _AUTHORITY.headOffice()) return true;
        return _TOWNS.isAmbassador(town, wallet);
    }

    /// @dev Where no town's keys are asked, head office has just confirmed. What is a second head office let begin.
    function _isComplete(bytes32 id, Proposal memory proposal) private view returns (bool) {
        uint32 town = proposal.town;
        if (town == 0) return true;
        bool third = proposal.passesOver && !proposal.isSecond;
        if (third && !hasConfirmed[id][_AUTHORITY.headOffice()]) return false;
        return hasConfirmed[id][_TOWNS.townKeyOf(town)] && hasConfirmed[id][_TOWNS.countryKeyOf(town)];
    }

    /// @return from when it is confirmed; 0 while head office has not let it begin. @return until when it lapses.
    function _timesOf(Kept memory kept) private pure returns (uint256 from, uint256 until) {
        Proposal memory proposal = kept.proposal;
        if (kept.begunAt == 0) return (0, proposal.proposedAt + LAPSES_AFTER);

        bool longer = proposal.passesOver || (proposal.isSecond && proposal.town == 0);
        from = kept.begunAt + (longer ? PUBLIC_TIME : OBJECTION_TIME);
        until = kept.begunAt + LAPSES_AFTER + (longer ? PUBLIC_TIME : 0);
    }

    function _roleOf(Proposal memory proposal) private pure returns (bytes32) {
        return proposal.town == 0 ? Roles.countryAmbassador(proposal.country) : Roles.registrar(proposal.town);
    }

    /// @dev An heir is not restricted.
    function _reservedBy(Proposal memory proposal) private pure returns (address) {
        return proposal.evidence == 0 ? proposal.successor : address(0);
    }

    function _idOf(Proposal memory proposal) private pure returns (bytes32) {
        return keccak256(abi.encode(proposal));
    }
}
