// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IContributions} from "../hours/IContributions.sol";
import {Authorization} from "../lib/Authorization.sol";
import {Deed, Deeds} from "../lib/Deed.sol";
import {Document} from "../lib/Document.sol";
import {Moments} from "../lib/Moments.sol";
import {Money} from "../lib/Money.sol";
import {Permit} from "../lib/Permit.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {SecondKey} from "../lib/SecondKey.sol";
import {Weeks} from "../lib/Weeks.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IProjectRegistry, ProjectKind} from "../projects/IProjectRegistry.sol";
import {IDeeds} from "../shares/IDeeds.sol";
import {IInvestorToken} from "../shares/IInvestorToken.sol";
import {IShareOffering, Phase} from "../shares/IShareOffering.sol";
import {IProfitSplitter, Receiver} from "./IProfitSplitter.sol";
import {ITownTreasury} from "./ITownTreasury.sol";

/// @title ProfitSplitter: profit deeds and deposits
/// @notice Holds nothing between transactions but parts that their receivers could not take: what comes in goes out in the
/// same call, to the holders of shares, the members' pool, the town fund and the country office. A Town Ambassador
/// proposes a deed, the Country Ambassador approves exactly that, `DEED_DELAY` later it is in force; an offering seals it,
/// unless it fails. Nobody can set a deed beyond
/// the bounds ("the community retains a minimum 60% NET PROFIT from all our businesses", where the community is the
/// members and the town fund), change one that shares are or were sold under, or touch what was divided.
/// Units: basis points; the town's currency. Assumes: who deposits states the profit truly (the accounts' hash stays).
/// Known limits: profit that is never deposited is not seen here; a part that its receiver can never take stays here.
contract ProfitSplitter is IProfitSplitter, ReentrancyGuardTransient {
    using Deeds for Deed;
    using Money for IERC20;
    using ProjectIds for uint64;
    using SafeERC20 for IERC20;

    /// @notice How long after its approval a deed is in force.
    uint256 public constant DEED_DELAY = 7 days;

    /// @notice How long a proposed deed waits for the Country Ambassador.
    uint256 public constant DEED_WAITS = SecondKey.WAITS;

    /// @notice The fewest timesheets that a members' part may be spread over.
    uint16 public constant LEAST_WEEKS = 4;

    /// @notice The most timesheets that a members' part may be spread over.
    uint16 public constant MOST_WEEKS = Weeks.MOST_SPREAD;

    // Beyond any money there is, and far from where multiplying would overflow.
    uint256 private constant _MOST = type(uint128).max;

    ITownRegistry private immutable _TOWNS;
    IProjectRegistry private immutable _PROJECTS;
    IContributions private immutable _CONTRIBUTIONS;
    IShareOffering private immutable _OFFERING;
    ITownTreasury private immutable _TREASURY;

    mapping(uint64 business => Deed) private _deeds;
    mapping(uint64 business => Change) private _changes;
    mapping(uint256 kept => Part) private _kept;

    /// @inheritdoc IProfitSplitter
    uint256 public keptCount;

    constructor(
        ITownRegistry towns,
        IProjectRegistry projects,
        IContributions contributions,
        IShareOffering offering,
        ITownTreasury treasury
    ) {
        _TOWNS = towns;
        _PROJECTS = projects;
        _CONTRIBUTIONS = contributions;
        _OFFERING = offering;
        _TREASURY = treasury;
    }

    /// @inheritdoc IProfitSplitter
    function proposeDeed(uint64 business, Deed calldata deed) external {
        _TOWNS.requireTownAmbassador(business.townOf(), msg.sender);
        require(_PROJECTS.isBusiness(business), ProfitSplitterNotABusiness(business));
        require(!isSealed(business), ProfitSplitterSealed(business));
        uint256 agreedFrom = _changes[business].inForceFrom;
        require(block.timestamp >= agreedFrom, ProfitSplitterChangeAgreed(business, agreedFrom));
        deed.check(_PROJECTS.projectOf(business).kind == ProjectKind.Cornerstone);

        _deeds[business] = deedOf(business);
        _changes[business] = Change({
            deed: deed,
            proposedAt: Moments.in40Bits(block.timestamp),
            inForceFrom: 0,
            proposer: msg.sender
        });

        emit DeedProposed(business, deed);
    }

    /// @inheritdoc IProfitSplitter
    function withdrawDeed(uint64 business) external {
        _TOWNS.requireTownAmbassador(business.townOf(), msg.sender);
        Change memory change = _changes[business];
        require(_isAwaited(business, change), ProfitSplitterNotProposed(business, change.deed));

        delete _changes[business];

        emit DeedWithdrawn(business, change.deed);
    }

    /// @inheritdoc IProfitSplitter
    function approveDeed(uint64 business, Deed calldata deed) external {
        _TOWNS.requireCountryAmbassador(business.townOf(), msg.sender);
        Change memory change = _changes[business];
        require(_isAwaited(business, change) && change.deed.equal(deed), ProfitSplitterNotProposed(business, deed));

        uint40 inForceFrom = Moments.in40Bits(block.timestamp + DEED_DELAY);
        _changes[business].inForceFrom = inForceFrom;

        emit DeedApproved(business, deed, inForceFrom);
    }

    /// @inheritdoc IDeeds
    function seal(uint64 business) external {
        require(msg.sender == address(_OFFERING), ProfitSplitterNotOffering(msg.sender));
        Deed memory deed = deedOf(business);

        _deeds[business] = deed;
        delete _changes[business];

        emit DeedSealed(business, deed);
    }

    /// @inheritdoc IProfitSplitter
    function deposit(
        uint64 business,
        uint256 amount,
        uint16 weeks_,
        string calldata period,
        Document calldata accounts
    ) external nonReentrant {
        IERC20 currency = _requireDepositable(business, amount, weeks_, accounts);
        currency.pull(msg.sender, amount);

        _divide(msg.sender, business, amount, weeks_, period, accounts);
    }

    /// @inheritdoc IProfitSplitter
    function depositWithPermit(
        uint64 business,
        uint256 amount,
        uint16 weeks_,
        string calldata period,
        Document calldata accounts,
        Permit calldata permit
    ) external nonReentrant {
        IERC20 currency = _requireDepositable(business, amount, weeks_, accounts);
        currency.pullWithPermit(amount, permit);

        _divide(msg.sender, business, amount, weeks_, period, accounts);
    }

    /// @inheritdoc IProfitSplitter
    function depositWithAuthorization(
        uint64 business,
        uint256 amount,
        uint16 weeks_,
        string calldata period,
        Document calldata accounts,
        Authorization calldata authorization
    ) external nonReentrant {
        IERC20 currency = _requireDepositable(business, amount, weeks_, accounts);
        bytes32 arguments = keccak256(abi.encode(business, amount, weeks_, period, accounts));
        currency.pullWithAuthorization(amount, arguments, authorization);

        _divide(authorization.payer, business, amount, weeks_, period, accounts);
    }

    /// @inheritdoc IProfitSplitter
    function passOn(uint256 kept) external nonReentrant {
        Part memory part = _kept[kept];
        require(part.business != 0, ProfitSplitterNothingKept(kept));

        delete _kept[kept];

        emit ProfitPartPassedOn(kept, part.business, part.receiver, part);

        _handOver(part);
    }

    /// @inheritdoc IProfitSplitter
    function handOver(Part calldata part) external {
        require(msg.sender == address(this), ProfitSplitterNotItself(msg.sender));

        _handOver(part);
    }

    /// @inheritdoc IProfitSplitter
    function keptOf(uint256 kept) external view returns (Part memory) {
        return _kept[kept];
    }

    /// @inheritdoc IProfitSplitter
    function changeOf(uint64 business) external view returns (Change memory change) {
        Change memory latest = _changes[business];
        if (latest.inForceFrom != 0 || _isAwaited(business, latest)) return latest;
    }

    /// @inheritdoc IProfitSplitter
    function isSealed(uint64 business) public view returns (bool) {
        // Nobody has to send anything for a failure to lift the seal: a sale fails by time alone.
        Phase phase = _OFFERING.phaseOf(_OFFERING.latestOf(business));
        return phase != Phase.None && phase != Phase.Failed;
    }

    /// @inheritdoc IDeeds
    function deedOf(uint64 business) public view returns (Deed memory deed) {
        Change memory change = _changes[business];
        if (change.inForceFrom != 0 && block.timestamp >= change.inForceFrom) return change.deed;

        deed = _deeds[business];
        if (deed.members == 0) return Deeds.thirds(); // none agreed so far
    }

    /// @dev Divides what has come in, by the deed in force.
    function _divide(
        address payer,
        uint64 business,
        uint256 amount,
        uint16 weeks_,
        string calldata period,
        Document calldata accounts
    ) private {
        IInvestorToken token = _OFFERING.update(business);
        (uint256 investors, uint256 members, uint256 fund, uint256 country) = deedOf(business).split(amount);
        if (address(token) == address(0)) (investors, members) = (0, members + investors);

        emit ProfitDeposited({
            business: business,
            by: payer,
            investors: investors,
            members: members,
            fund: fund,
            country: country,
            weeks_: weeks_,
            period: period,
            accounts: accounts.hash,
            uri: accounts.uri
        });

        _give(_part(Receiver.Holders, business, weeks_, token, investors, 0));
        _give(_part(Receiver.Members, business, weeks_, token, members, 0));
        _give(_part(Receiver.Treasury, business, weeks_, token, fund, country));
    }

    /// @dev Hands a part over, or keeps it: whatever stands against one does not stand against the others.
    function _give(Part memory part) private {
        if (part.amount == 0 && part.toOffice == 0) return;

        // solhint-disable-next-line no-empty-blocks
        try this.handOver(part) {} catch (bytes memory reason) {
            uint256 kept = ++keptCount;
            _kept[kept] = part;

            emit ProfitPartKept(kept, part.business, part.receiver, part, reason);
        }
    }

    function _handOver(Part memory part) private {
        uint32 town = part.business.townOf();
        IERC20 currency = _TOWNS.currencyOf(town);
        if (part.receiver == Receiver.Holders) {
            currency.forceApprove(address(part.token), part.amount);
            part.token.deposit(part.amount);
        } else if (part.receiver == Receiver.Members) {
            currency.forceApprove(address(_CONTRIBUTIONS), part.amount);
            _CONTRIBUTIONS.fund(town, part.amount, part.weeks_);
        } else {
            currency.forceApprove(address(_TREASURY), uint256(part.amount) + part.toOffice);
            _TREASURY.deposit(town, part.amount, part.toOffice);
        }
    }

    function _isAwaited(uint64 business, Change memory change) private view returns (bool) {
        uint256 since = _TOWNS.actsSince(business.townOf(), change.proposer);
        return change.inForceFrom == 0 && SecondKey.isAwaited(change.proposedAt, since);
    }

    /// @dev The currency in which a profit may be deposited.
    function _requireDepositable(
        uint64 business,
        uint256 amount,
        uint16 weeks_,
        Document calldata accounts
    ) private view returns (IERC20) {
        require(_PROJECTS.isBusiness(business), ProfitSplitterNotABusiness(business));
        require(amount > 0, ProfitSplitterNoAmount());
        require(amount <= _MOST, ProfitSplitterTooMuch(amount, _MOST));
        require(accounts.hash != 0, ProfitSplitterNoAccounts());
        require(weeks_ >= LEAST_WEEKS && weeks_ <= MOST_WEEKS, ProfitSplitterBadWeeks(weeks_));
        return _TOWNS.currencyOf(business.townOf());
    }

    function _part(
        Receiver receiver,
        uint64 business,
        uint16 weeks_,
        IInvestorToken token,
        uint256 amount,
        uint256 toOffice
    ) private pure returns (Part memory) {
        return
            Part({
                receiver: receiver,
                business: business,
                weeks_: weeks_,
                token: token,
                amount: SafeCast.toUint128(amount),
                toOffice: SafeCast.toUint128(toOffice)
            });
    }
}
