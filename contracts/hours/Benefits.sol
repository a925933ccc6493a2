// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Document} from "../lib/Document.sol";
import {Signatures} from "../lib/Signatures.sol";
import {Timesheet} from "../lib/Timesheet.sol";
import {Weeks} from "../lib/Weeks.sol";
import {IMemberRegistry} from "../members/IMemberRegistry.sol";
import {ITownRegistry} from "../members/ITownRegistry.sol";
import {IAuthority} from "../roles/IAuthority.sol";
import {Roles} from "../roles/Roles.sol";
import {IBenefits} from "./IBenefits.sol";
import {IContributions} from "./IContributions.sol";

/// @title Benefits: meals, parcels, electricity: what an active week also entitles to
/// @notice Holds no money: only what each town promises for an active week, and what was handed out. A town's stewards
/// list benefits while the town is active; they hand out and end benefits in any state of the town. Nobody can hand out
/// more than a week entitles to, anything twice, or anything without the signature of the member's present wallet, or
/// take away what weeks worked so far entitle to.
/// Units: meals, parcels or whatever the benefit's metadata says; weeks. Assumes: stewards hand out what members sign
/// for. Known limits: nothing here makes a steward hand anything out; a wallet that is a contract may use up to 500,000 gas
/// of a batch; a benefit that is valid for one week ends before hours are final that were reviewed as a jump.
contract Benefits is IBenefits, EIP712 {
    /// @notice The longest that a benefit may stay valid after the week.
    uint8 public constant MOST_VALID_WEEKS = 13;

    // The last week of a benefit that no steward has ended.
    uint16 private constant _NO_END = type(uint16).max;

    bytes32 private constant _REDEMPTION_TYPEHASH = keccak256(
        "Redemption(uint256 benefit,uint16 weekIndex,uint16 number,uint32 cumulativeUnits)"
    );

    IAuthority private immutable _AUTHORITY;
    ITownRegistry private immutable _TOWNS;
    IMemberRegistry private immutable _MEMBERS;
    IContributions private immutable _CONTRIBUTIONS;

    mapping(uint256 benefit => Benefit) private _benefits;

    mapping(uint256 benefit => Document) private _metadata;

    // The ids of each town, the oldest first.
    mapping(uint256 town => uint256[]) private _listed;

    /// @inheritdoc IBenefits
    mapping(uint256 benefit => mapping(uint256 weekIndex => mapping(uint256 number => uint32))) public redeemedOf;

    /// @inheritdoc IBenefits
    uint256 public benefitCount;

    constructor(
        IAuthority authority,
        ITownRegistry towns,
        IMemberRegistry members,
        IContributions contributions
    ) EIP712("One Small Town benefits", "1") {
        _AUTHORITY = authority;
        _TOWNS = towns;
        _MEMBERS = members;
        _CONTRIBUTIONS = contributions;
    }

    /// @inheritdoc IBenefits
    function list(uint32 town, Terms calldata terms, Document calldata metadata) external returns (uint256 benefit) {
        _requireSteward(town);
        _TOWNS.requireActive(town);
        require(terms.units > 0, BenefitsNoUnits());
        require(terms.validWeeks > 0 && terms.validWeeks <= MOST_VALID_WEEKS, BenefitsBadWeeks(terms.validWeeks));
        require(metadata.hash != 0, BenefitsNoMetadata());

        benefit = ++benefitCount;
        _benefits[benefit] = Benefit({
            town: town,
            kind: terms.kind,
            perShift: terms.perShift,
            units: terms.units,
            validWeeks: terms.validWeeks,
            lastWeekIndex: _NO_END
        });
        _metadata[benefit] = metadata;
        _listed[town].push(benefit);

        emit BenefitListed({
            benefit: benefit,
            town: town,
            by: msg.sender,
            terms: terms,
            metadata: metadata.hash,
            uri: metadata.uri
        });
    }

    /// @inheritdoc IBenefits
    function end(uint256 benefit, uint16 lastWeekIndex) external {
        uint16 lastBefore = _requireBenefit(benefit).lastWeekIndex;
        uint16 current = Weeks.indexOf(block.timestamp);
        require(
            lastWeekIndex >= current && lastWeekIndex < lastBefore,
            BenefitsBadEnd(lastWeekIndex, current, lastBefore)
        );

        _benefits[benefit].lastWeekIndex = lastWeekIndex;

        emit BenefitEnded(benefit, msg.sender, lastWeekIndex);
    }

    /// @inheritdoc IBenefits
    function redeem(Redemption calldata redemption) external {
        bytes memory reason = _redeem(redemption);

        if (reason.length > 0) LowLevelCall.bubbleRevert(reason);
    }

    /// @inheritdoc IBenefits
    function redeemBatch(Redemption[] calldata redemptions) external {
        for (uint256 i = 0; i < redemptions.length; i++) {
            Redemption calldata redemption = redemptions[i];
            bytes memory reason = _redeem(redemption);
            if (reason.length == 0) continue;

            emit RedemptionSkipped({
                benefit: redemption.benefit,
                number: redemption.number,
                by: msg.sender,
                weekIndex: redemption.weekIndex,
                cumulativeUnits: redemption.cumulativeUnits,
                reason: reason
            });
        }
    }

    /// @inheritdoc IBenefits
    function benefitOf(uint256 benefit) external view returns (Benefit memory) {
        return _benefits[benefit];
    }

    /// @inheritdoc IBenefits
    function metadataOf(uint256 benefit) external view returns (Document memory) {
        return _metadata[benefit];
    }

    /// @inheritdoc IBenefits
    function benefitsOf(uint32 town, uint256 most) external view returns (uint256[] memory benefits) {
        uint256[] storage listed = _listed[town];
        uint256 length = listed.length;

        benefits = new uint256[](most < length ? most : length);
        for (uint256 i = 0; i < benefits.length; i++) benefits[i] = listed[length - 1 - i];
    }

    /// @inheritdoc IBenefits
    function entitlementOf(uint256 benefit, uint16 weekIndex, uint16 number) external view returns (uint256 units) {
        Benefit memory promised = _benefits[benefit];
        uint16 timesheet = _CONTRIBUTIONS.timesheetOf(promised.town, weekIndex);
        if (timesheet == 0 || weekIndex > promised.lastWeekIndex) return 0;

        return _unitsFor(promised, _CONTRIBUTIONS.quartersAt(promised.town, timesheet - 1, number));
    }

    /// @return reason the error that stands against it; empty when the units were redeemed.
    function _redeem(Redemption calldata redemption) private returns (bytes memory reason) {
        Benefit memory promised = _benefits[redemption.benefit];
        mapping(uint256 => uint32) storage redeemed = redeemedOf[redemption.benefit][redemption.weekIndex];
        uint32 before = redeemed[redemption.number];
        reason = _reasonAgainst(redemption, promised, before);
        if (reason.length > 0) return reason;

        redeemed[redemption.number] = redemption.cumulativeUnits;

        emit BenefitRedeemed({
            benefit: redemption.benefit,
            number: redemption.number,
            by: msg.sender,
            weekIndex: redemption.weekIndex,
            units: redemption.cumulativeUnits - before,
            cumulativeUnits: redemption.cumulativeUnits
        });
    }

    /// @dev The error that stands against a redemption, selector and values; empty when none does. A batch records it, a
    /// single redemption reverts with it.
    function _reasonAgainst(
        Redemption calldata r,
        Benefit memory promised,
        uint32 redeemed
    ) private view returns (bytes memory) {
        uint32 town = promised.town;
        if (town == 0) return abi.encodeWithSelector(BenefitsNoSuchBenefit.selector, r.benefit);
        if (!_isSteward(town)) return abi.encodeWithSelector(BenefitsNotSteward.selector, town, msg.sender);
        if (r.weekIndex > promised.lastWeekIndex) {
            return abi.encodeWithSelector(BenefitsEnded.selector, r.benefit, r.weekIndex, promised.lastWeekIndex);
        }
        uint16 current = Weeks.indexOf(block.timestamp);
        if (current > uint256(r.weekIndex) + promised.validWeeks) {
            return abi.encodeWithSelector(BenefitsExpired.selector, r.benefit, r.weekIndex, current);
        }
        uint16 timesheet = _CONTRIBUTIONS.timesheetOf(town, r.weekIndex);
        if (timesheet == 0) return abi.encodeWithSelector(BenefitsNotFinalised.selector, town, r.weekIndex);

        uint256 quarters = _CONTRIBUTIONS.quartersAt(town, timesheet - 1, r.number);
        if (quarters < Timesheet.SHIFT) {
            return abi.encodeWithSelector(BenefitsNotActive.selector, town, r.weekIndex, r.number, quarters);
        }
        if (r.cumulativeUnits <= redeemed) {
            return abi.encodeWithSelector(BenefitsRedeemedAlready.selector, r.cumulativeUnits, redeemed);
        }
        uint256 entitlement = _unitsFor(promised, quarters);
        if (r.cumulativeUnits > entitlement) {
            return abi.encodeWithSelector(BenefitsOverEntitlement.selector, r.cumulativeUnits, entitlement);
        }
        (address wallet, ) = _MEMBERS.memberAt(town, r.number);
        if (!Signatures.isSigned(wallet, _digestOf(r), r.signature)) {
            return abi.encodeWithSelector(BenefitsBadSignature.selector, wallet);
        }
        return "";
    }

    function _digestOf(Redemption calldata r) private view returns (bytes32) {
        return
            _hashTypedDataV4(
                keccak256(abi.encode(_REDEMPTION_TYPEHASH, r.benefit, r.weekIndex, r.number, r.cumulativeUnits))
            );
    }

    /// @dev A benefit of whose town the caller is a steward.
    function _requireBenefit(uint256 benefit) private view returns (Benefit memory promised) {
        promised = _benefits[benefit];
        require(promised.town != 0, BenefitsNoSuchBenefit(benefit));
        _requireSteward(promised.town);
    }

    function _requireSteward(uint32 town) private view {
        require(_isSteward(town), BenefitsNotSteward(town, msg.sender));
    }

    function _isSteward(uint32 town) private view returns (bool) {
        return _AUTHORITY.acts(Roles.steward(town), msg.sender);
    }

    function _unitsFor(Benefit memory promised, uint256 quarters) private pure returns (uint256) {
        if (quarters < Timesheet.SHIFT) return 0;
        return uint256(promised.units) * (promised.perShift ? quarters / Timesheet.SHIFT : 1);
    }
}
