// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SSTORE2} from "solady/src/utils/SSTORE2.sol";
import {Deed, Deeds} from "../lib/Deed.sol";
import {Moments} from "../lib/Moments.sol";
import {Names} from "../lib/Names.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {SecondKey} from "../lib/SecondKey.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IProjectRegistry, ProjectStage} from "../projects/IProjectRegistry.sol";
import {IDeeds} from "./IDeeds.sol";
import {IShareOffering, Phase} from "./IShareOffering.sol";
import {SaleTerms} from "./SaleTerms.sol";

/// @title Proposals: the terms of sales that wait for the Country Ambassador
/// @notice The part of the ShareOffering that comes before a sale. Terms are kept whole, as code, so that what waits, and
/// later what was agreed, can be read from the contract at any age of the chain.
abstract contract Proposals is IShareOffering {
    using Deeds for Deed;
    using ProjectIds for uint64;
    using SaleTerms for Terms;

    /// @notice How long proposed terms wait for the Country Ambassador.
    uint256 public constant PROPOSAL_LASTS = SecondKey.WAITS;

    struct Proposed {
        address terms; // their ABI encoding, as code
        uint40 proposedAt;
        address proposer;
    }

    ITownRegistry internal immutable _TOWNS;
    IProjectRegistry internal immutable _PROJECTS;
    IDeeds internal immutable _DEEDS;

    mapping(uint64 business => Proposed) private _proposed;
    mapping(bytes32 nameKey => uint64 business) private _names;

    /// @inheritdoc IShareOffering
    mapping(uint64 business => uint256 offering) public latestOf;

    constructor(ITownRegistry towns, IProjectRegistry projects, IDeeds deeds) {
        _TOWNS = towns;
        _PROJECTS = projects;
        _DEEDS = deeds;
    }

    /// @inheritdoc IShareOffering
    function propose(Terms memory terms) external {
        uint64 business = terms.business;
        _requireTownAmbassador(business);
        _requireActive(business);
        _requireOfferable(terms);
        terms.requireBounds();

        bytes memory encoded = abi.encode(terms);
        _proposed[business] = Proposed({
            terms: SSTORE2.write(encoded),
            proposedAt: Moments.in40Bits(block.timestamp),
            proposer: msg.sender
        });

        emit OfferingProposed(business, keccak256(encoded), terms);
    }

    /// @inheritdoc IShareOffering
    function withdrawProposal(uint64 business) external {
        _requireTownAmbassador(business);
        address terms = _proposed[business].terms;
        require(terms != address(0), ShareOfferingNotProposed(business, 0));

        delete _proposed[business];

        emit ProposalWithdrawn(business, keccak256(SSTORE2.read(terms)));
    }

    /// @inheritdoc IShareOffering
    function proposalOf(uint64 business) external view returns (Proposal memory proposal) {
        Proposed memory proposed = _proposed[business];
        if (!_isOpen(business, proposed)) return proposal;

        bytes32 termsHash = keccak256(SSTORE2.read(proposed.terms));
        uint256 until = proposed.proposedAt + PROPOSAL_LASTS;
        return Proposal({proposer: proposed.proposer, until: Moments.in40Bits(until), termsHash: termsHash});
    }

    /// @inheritdoc IShareOffering
    function proposedTermsOf(uint64 business) external view returns (Terms memory) {
        Proposed memory proposed = _proposed[business];
        require(_isOpen(business, proposed), ShareOfferingNotProposed(business, 0));

        _answer(proposed.terms);
    }

    /// @inheritdoc IShareOffering
    function businessNamed(string calldata name) external view returns (uint64) {
        return _names[Names.keyOf(name, bytes(name).length)];
    }

    /// @inheritdoc IShareOffering
    function phaseOf(uint256 offering) public view virtual returns (Phase);

    /// @dev Takes up the terms that wait for this approval, and gives their names to the business.
    /// @return terms that can be offered now.
    /// @return code where they are kept.
    function _accept(uint64 business, bytes32 termsHash) internal returns (Terms memory terms, address code) {
        _requireActive(business);
        Proposed memory proposed = _proposed[business];
        require(_isOpen(business, proposed), ShareOfferingNotProposed(business, termsHash));
        code = proposed.terms;
        bytes memory encoded = SSTORE2.read(code);
        require(keccak256(encoded) == termsHash, ShareOfferingNotProposed(business, termsHash));
        terms = abi.decode(encoded, (Terms));
        (bytes32 nameKey, bytes32 symbolKey) = _requireOfferable(terms);

        delete _proposed[business];
        _names[nameKey] = business;
        _names[symbolKey] = business;
    }

    function _requireActive(uint64 business) private view {
        _TOWNS.requireActive(business.townOf());
    }

    /// @dev Ends the call with the terms as they are kept: encoded already, as a function's only answer would be.
    function _answer(address code) internal view {
        bytes memory encoded = SSTORE2.read(code);
        assembly ("memory-safe") {
            return(add(encoded, 0x20), mload(encoded))
        }
    }

    function _requireTownAmbassador(uint64 business) private view {
        _TOWNS.requireTownAmbassador(business.townOf(), msg.sender);
    }

    /// @dev Terms can be approved for a while, and lapse with the office of who proposed them, for good.
    function _isOpen(uint64 business, Proposed memory proposed) private view returns (bool) {
        return SecondKey.isAwaited(proposed.proposedAt, _TOWNS.actsSince(business.townOf(), proposed.proposer));
    }

    /// @dev What must hold both when terms are proposed and when they are approved.
    function _requireOfferable(Terms memory terms) private view returns (bytes32 nameKey, bytes32 symbolKey) {
        uint64 business = terms.business;
        IProjectRegistry.Project memory project = _PROJECTS.projectOf(business);
        require(project.stage == ProjectStage.Funding, ShareOfferingNotFunding(business));
        require(project.manager != address(0), ShareOfferingNoManagement(business));
        require(
            terms.plan == project.plan && terms.pack == project.pack,
            ShareOfferingOtherDocuments(terms.plan, terms.pack)
        );
        require(terms.deed.equal(_DEEDS.deedOf(business)), ShareOfferingOtherDeed(business));
        uint256 latest = latestOf[business];
        require(latest == 0 || phaseOf(latest) == Phase.Failed, ShareOfferingExists(business, latest));
        uint256 earliest = block.timestamp + SaleTerms.OPENING_NOTICE;
        require(terms.opens >= earliest, ShareOfferingOpensTooSoon(terms.opens, earliest));
        nameKey = _requireName(terms.name, SaleTerms.MOST_NAME_BYTES, business);
        symbolKey = _requireName(terms.symbol, SaleTerms.MOST_SYMBOL_BYTES, business);
    }

    /// @dev A name belongs to the first business that used it, be it for the shares or as their symbol.
    function _requireName(string memory name, uint256 mostBytes, uint64 business) private view returns (bytes32 key) {
        key = Names.keyOf(name, mostBytes);
        require(key != 0, ShareOfferingBadName(name, mostBytes));
        uint64 owner = _names[key];
        require(owner == 0 || owner == business, ShareOfferingNameTaken(name, owner));
    }
}
