// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Moments} from "../lib/Moments.sol";
import {Signatures} from "../lib/Signatures.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {Roles} from "../roles/Roles.sol";
import {IMemberRegistry} from "./IMemberRegistry.sol";
import {ISuccession} from "./ISuccession.sol";
import {ISuccessorToken} from "./ISuccessorToken.sol";
import {ITownRegistry} from "./ITownRegistry.sol";

/// @title Succession: who follows a wallet that was lost, or a person who died
/// @notice Holds no money and no records, only nominees and proposals. A registrar of the person's town (the ambassador
/// of their country for a person of no registered town) proposes; the old wallet may object for `OBJECTION_TIME`; then the
/// keys of the town and its country confirm (head office for a person of no registered town). After an objection head
/// office is a third key, and nobody objects again, so that a thief with the old wallet can delay, not prevent; for a
/// person of no registered town an objection is final. Nobody can be heir, or move their own wallet, with their own key;
/// follow a contract that has not itself named a nominee; delay, replace or block a proposal by making another; or pass
/// over the nominee named when a closing is proposed. Only keys in office at the last confirmation count, the
/// proposer's included.
/// Units: seconds. Assumes: the keys look at documents. Known limits: a nominee who holds one of the keys must give it up
/// first; a registrar or ambassador whose own wallet was lost must be removed first where their key is needed; a person of
/// no registered town cannot be followed while their country has no ambassador, or after a thief objected; somebody who may
/// attest can attest the new wallet as somebody else's before it is confirmed, and the person then names another wallet.
contract Succession is ISuccession, EIP712 {
    /// @notice How long the old wallet may object; nobody confirms before.
    uint256 public constant OBJECTION_TIME = 7 days;

    /// @notice How long after it was made a proposal lapses.
    uint256 public constant LAPSES_AFTER = 60 days;

    // The code of a wallet that delegates by EIP-7702: this prefix and an address.
    bytes3 private constant _DELEGATION_PREFIX = 0xef0100;
    uint256 private constant _DELEGATION_LENGTH = 23;

    bytes32 private constant _OBJECTION_TYPEHASH = keccak256("Objection(bytes32 proposal)");

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;

    /// @inheritdoc ISuccession
    mapping(address wallet => address) public nomineeOf;

    /// @inheritdoc ISuccession
    mapping(address wallet => bool) public hasObjected;

    /// @inheritdoc ISuccession
    mapping(bytes32 id => bool) public isProposed;

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
        require(_MEMBERS.personOf(msg.sender).country != 0, SuccessionNotAPerson(msg.sender));
        require(nominee != msg.sender, SuccessionBadSuccessor(msg.sender, nominee));

        nomineeOf[msg.sender] = nominee;

        emit NomineeSet(msg.sender, nominee);
    }

    /// @inheritdoc ISuccession
    function proposeMove(bytes32 personId, address newWallet) external returns (bytes32 id) {
        return _propose(personId, newWallet, 0);
    }

    /// @inheritdoc ISuccession
    function proposeClosing(bytes32 personId, address heir, bytes32 evidence) external returns (bytes32 id) {
        require(evidence != 0, SuccessionNoEvidence());
        address wallet = _MEMBERS.walletOf(personId);
        address nominee = _MEMBERS.presentWalletOf(nomineeOf[wallet]);
        bool free = nominee == address(0) || nominee == wallet;
        require(free || nominee == heir, SuccessionNotTheNominee(heir, nominee));

        return _propose(personId, heir, evidence);
    }

    /// @inheritdoc ISuccession
    function object(Proposal calldata proposal) external {
        require(msg.sender == proposal.wallet, SuccessionNotTheWallet(proposal.wallet, msg.sender));

        _object(proposal);
    }

    /// @inheritdoc ISuccession
    function objectWithSignature(Proposal calldata proposal, bytes calldata signature) external {
        bytes32 structHash = keccak256(abi.encode(_OBJECTION_TYPEHASH, _idOf(proposal)));
        bytes32 digest = _hashTypedDataV4(structHash);
        bool signed = Signatures.isSigned(proposal.wallet, digest, signature);
        require(signed, SuccessionBadSignature(proposal.wallet));

        _object(proposal);
    }

    /// @inheritdoc ISuccession
    function confirm(Proposal calldata proposal, address[] calldata tokens) external {
        bytes32 id = _requireStanding(proposal);
        require(_isKey(proposal, msg.sender), SuccessionNotAKey(id, msg.sender));
        bool ownCase = msg.sender == proposal.wallet || msg.sender == proposal.successor;
        require(!ownCase, SuccessionOwnCase(id, msg.sender));
        require(!hasConfirmed[id][msg.sender], SuccessionConfirmedAlready(id, msg.sender));

        hasConfirmed[id][msg.sender] = true;

        emit SuccessionConfirmed(id, msg.sender);

        if (_isComplete(id, proposal)) _complete(id, proposal, tokens);
    }

    function _propose(bytes32 personId, address successor, bytes32 evidence) private returns (bytes32 id) {
        address wallet = _MEMBERS.walletOf(personId);
        IMemberRegistry.Person memory person = _MEMBERS.personOf(wallet);
        Proposal memory proposal = Proposal({
            personId: personId,
            wallet: wallet,
            successor: successor,
            evidence: evidence,
            town: person.town,
            proposer: msg.sender,
            proposedAt: Moments.in40Bits(block.timestamp),
            afterObjection: hasObjected[wallet]
        });
        require(person.country != 0, SuccessionNotAPerson(wallet));
        require(person.town != 0 || !hasObjected[wallet], SuccessionObjectionStands(wallet));
        _requireFollowable(wallet);
        _requireProposer(proposal, person.country);
        _requireSuccessor(proposal);
        id = _idOf(proposal);
        require(!isProposed[id], SuccessionProposedAlready(id));

        isProposed[id] = true;

        emit SuccessionProposed({id: id, personId: personId, wallet: wallet, proposal: proposal});
    }

    function _object(Proposal calldata proposal) private {
        bytes32 id = _idOf(proposal);
        require(isProposed[id], SuccessionNotProposed(id));
        require(!hasObjected[proposal.wallet], SuccessionObjectedTo(id));
        uint256 until = proposal.proposedAt + OBJECTION_TIME;
        require(block.timestamp < until, SuccessionTooLate(id, until));

        hasObjected[proposal.wallet] = true;

        emit SuccessionObjected(id, proposal.wallet);
    }

    function _complete(bytes32 id, Proposal calldata proposal, address[] calldata tokens) private {
        address wallet = proposal.wallet;
        address successor = proposal.successor;
        bool death = proposal.evidence != 0;
        if (!death) _moveNominee(wallet, successor);

        emit SuccessionCompleted(id, wallet, successor);

        if (death) _MEMBERS.close(proposal.personId, successor);
        else _MEMBERS.moveWallet(proposal.personId, successor);
        for (uint256 i = 0; i < tokens.length; i++) {
            ISuccessorToken(tokens[i]).moveToSuccessor(wallet);
        }
    }

    /// @dev The wishes of a person go with them.
    function _moveNominee(address wallet, address newWallet) private {
        address nominee = nomineeOf[wallet];
        if (nominee == address(0)) return;

        delete nomineeOf[wallet];
        nomineeOf[newWallet] = nominee;

        emit NomineeSet(wallet, address(0));
        emit NomineeSet(newWallet, nominee);
    }

    function _requireStanding(Proposal calldata proposal) private view returns (bytes32 id) {
        id = _idOf(proposal);
        require(isProposed[id], SuccessionNotProposed(id));
        IMemberRegistry.Person memory person = _MEMBERS.personOf(proposal.wallet);
        require(person.country != 0 && person.town == proposal.town, SuccessionOutdated(id));
        require(proposal.afterObjection || !hasObjected[proposal.wallet], SuccessionObjectedTo(id));
        uint256 from = proposal.proposedAt + OBJECTION_TIME;
        uint256 until = proposal.proposedAt + LAPSES_AFTER;
        require(block.timestamp >= from && block.timestamp < until, SuccessionNotNow(id, from, until));
        _requireFollowable(proposal.wallet);
        _requireProposer(proposal, person.country);
        _requireSuccessor(proposal);
    }

    /// @dev A contract may hold what is everybody's. One that named a nominee has said that it may be followed.
    function _requireFollowable(address wallet) private view {
        require(nomineeOf[wallet] != address(0) || !_isContract(wallet), SuccessionContractWallet(wallet));
    }

    function _requireProposer(Proposal memory proposal, uint16 country) private view {
        address proposer = proposal.proposer;
        if (proposal.town == 0) {
            require(
                _AUTHORITY.acts(Roles.countryAmbassador(country), proposer) && proposer != proposal.wallet,
                SuccessionNotCountryAmbassador(country, proposer)
            );
            return;
        }

        _TOWNS.requireActive(proposal.town);
        require(
            _AUTHORITY.acts(Roles.registrar(proposal.town), proposer) && proposer != proposal.wallet,
            SuccessionNotRegistrar(proposal.town, proposer)
        );
    }

    /// @dev A person's new wallet is nobody's yet; an heir may be a person, or hold a key that is not asked here.
    function _requireSuccessor(Proposal memory proposal) private view {
        address successor = proposal.successor;
        bool usable =
            successor != address(0) &&
                successor != proposal.wallet &&
                successor != proposal.proposer &&
                _MEMBERS.successorOf(successor) == address(0);
        bool unused = _MEMBERS.personOf(successor).country == 0 && !_AUTHORITY.holdsKey(successor);
        bool death = proposal.evidence != 0;
        require(usable && (death || unused), SuccessionBadSuccessor(proposal.wallet, successor));
    }

    /// @dev Nobody holds a key of town 0.
    function _isKey(Proposal calldata proposal, address wallet) private view returns (bool) {
        uint32 town = proposal.town;
        if ((town == 0 || proposal.afterObjection) && wallet == _AUTHORITY.headOffice()) return true;
        return wallet == _TOWNS.townKeyOf(town) || wallet == _TOWNS.countryKeyOf(town);
    }

    /// @dev Where no town's keys are asked, head office has just confirmed.
    function _isComplete(bytes32 id, Proposal calldata proposal) private view returns (bool) {
        uint32 town = proposal.town;
        if (town == 0) return true;
        if (proposal.afterObjection && !hasConfirmed[id][_AUTHORITY.headOffice()]) return false;
        return hasConfirmed[id][_TOWNS.townKeyOf(town)] && hasConfirmed[id][_TOWNS.countryKeyOf(town)];
    }

    /// @dev A person's wallet that delegates by EIP-7702 has code too, and still its person's key.
    function _isContract(address wallet) private view returns (bool) {
        uint256 length = wallet.code.length;
        if (length != _DELEGATION_LENGTH) return length > 0;
        return bytes3(wallet.code) != _DELEGATION_PREFIX;
    }

    function _idOf(Proposal memory proposal) private pure returns (bytes32) {
        return keccak256(abi.encode(proposal));
    }
}
