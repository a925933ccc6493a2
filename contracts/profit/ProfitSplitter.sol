// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IContributions} from "../hours/IContributions.sol";
import {Authorization} from "../lib/Authorization.sol";
import {Deed, Deeds} from "../lib/Deed.sol";
import {Document} from "../lib/Document.sol";
import {Moments} from "../lib/Moments.sol";
import {Money} from "../lib/Money.sol";
import {Permit} from "../lib/Permit.sol";
import {ProjectIds} from "../lib/ProjectIds.sol";
import {Weeks} from "../lib/Weeks.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IProjectRegistry, ProjectKind} from "../projects/IProjectRegistry.sol";
import {IDeeds} from "../shares/IDeeds.sol";
import {IInvestorToken} from "../shares/IInvestorToken.sol";
import {IShareOffering, Phase} from "../shares/IShareOffering.sol";
import {IProfitSplitter} from "./IProfitSplitter.sol";
import {ITownTreasury} from "./ITownTreasury.sol";

/// @title ProfitSplitter: profit deeds and deposits
/// @notice Holds nothing between transactions: what comes in goes out in the same call, to the holders of shares, the
/// members' pool, the town fund and the country office. A Town Ambassador proposes a deed, the Country Ambassador
/// approves exactly that, `DEED_DELAY` later it is in force; an offering seals it, unless it fails. Nobody can set a deed
/// beyond
/// the bounds ("the community retains a minimum 60% NET PROFIT from all our businesses", where the community is the
/// members and the town fund), change one that shares are or were sold under, or touch what was divided.
/// Units: basis points; the town's currency. Assumes: who deposits states the profit truly (the accounts' hash stays).
/// Known limits: profit that is never deposited is not seen here.
contract ProfitSplitter is IProfitSplitter, ReentrancyGuardTransient {
    using Deeds for Deed;
    using Money for IERC20;
    using ProjectIds for uint64;
    using SafeERC20 for IERC20;

    /// @notice How long after its approval a deed is in force.
    uint256 public constant DEED_DELAY = 7 days;

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
        _changes[business] = Change({deed: deed, inForceFrom: 0, proposer: msg.sender});

        emit DeedProposed(business, deed);
    }

    /// @inheritdoc IProfitSplitter
    function approveDeed(uint64 business, Deed calldata deed) external {
        uint32 town = business.townOf();
        _TOWNS.requireCountryAmbassador(town, msg.sender);
        Change memory change = _changes[business];
        require(
            change.inForceFrom == 0 &&
                change.deed.equal(deed) &&
                change.proposer != address(0) &&
                change.proposer == _TOWNS.townKeyOf(town),
            ProfitSplitterNotProposed(business, deed)
        );

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

        _divide(currency, msg.sender, business, amount, weeks_, period, accounts);
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

        _divide(currency, msg.sender, business, amount, weeks_, period, accounts);
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

        _divide(currency, authorization.payer, business, amount, weeks_, period, accounts);
    }

    /// @inheritdoc IProfitSplitter
    function changeOf(uint64 business) external view returns (Change memory) {
        return _changes[business];
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
        IERC20 currency,
        address payer,
        uint64 business,
        uint256 amount,
        uint16 weeks_,
        string calldata period,
        Document calldata accounts
    ) private {
        uint32 town = business.townOf();
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

        _payInvestors(currency, token, investors);
        _payMembers(currency, town, members, weeks_);
        _payTreasury(currency, town, fund, country);
    }

    function _payInvestors(IERC20 currency, IInvestorToken token, uint256 amount) private {
        if (amount == 0) return;

        currency.forceApprove(address(token), amount);
        token.deposit(amount);
    }

    function _payMembers(IERC20 currency, uint32 town, uint256 amount, uint16 weeks_) private {
        if (amount == 0) return;

        currency.forceApprove(address(_CONTRIBUTIONS), amount);
        _CONTRIBUTIONS.fund(town, amount, weeks_);
    }

    function _payTreasury(IERC20 currency, uint32 town, uint256 fund, uint256 country) private {
        if (fund + country == 0) return;

        currency.forceApprove(address(_TREASURY), fund + country);
        _TREASURY.deposit(town, fund, country);
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
        require(weeks_ > 0 && weeks_ <= MOST_WEEKS, ProfitSplitterBadWeeks(weeks_));
        return _TOWNS.currencyOf(business.townOf());
    }
}
