// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {LibClone} from "solady/src/utils/LibClone.sol";
import {Tranches} from "../../contracts/lib/Tranches.sol";
import {Tier} from "../../contracts/members/IMemberRegistry.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {IShareOffering, Phase} from "../../contracts/shares/IShareOffering.sol";
import {Phases} from "../../contracts/shares/Phases.sol";
import {ShareCode} from "../../contracts/shares/ShareCode.sol";
import {vm} from "../support/Vm.sol";
import {within} from "../support/within.sol";

/// @title SaleTest
/// @dev What a sale computes and keeps, without the contracts around it.
contract SaleTest {
    using Phases for IShareOffering.Sale;
    using Phases for Phase;

    /// @dev Every field that a token's code keeps comes back, whatever stands beside it.
    function testFuzzCodeKeepsEveryField(
        IShareOffering.Asset memory asset,
        uint40 opens,
        uint24[3] memory lasts,
        uint32[4] memory counts,
        bytes32 letters,
        uint256 length
    ) external {
        // Not drawn as a whole: a phase or scope that there is not cannot even be passed in.
        IShareOffering.Sale memory sale = _sale(opens, lasts, counts[0]);
        (sale.cap, sale.limitLocal, sale.limitLater) = (counts[1], counts[2], counts[3]);
        bytes memory name = _part(letters, within(length, 1, 32));
        bytes memory symbol = _part(~letters, within(length, 1, 16));
        asset.token = IInvestorToken(
            LibClone.clone(address(this), ShareCode.pack(asset, sale, string(name), string(symbol)))
        );
        sale.phase = Phase.None;
        IShareOffering.Asset memory readAsset;
        IShareOffering.Sale memory readSale;
        readAsset.token = asset.token;

        ShareCode.read(asset.token, readAsset, readSale);

        vm.assertEq(abi.encode(readAsset), abi.encode(asset), "asset");
        vm.assertEq(abi.encode(readSale), abi.encode(sale), "sale");
        (uint64 business, IERC20 currency) = ShareCode.businessOf(address(asset.token));
        vm.assertEq(business, asset.business, "business");
        vm.assertEq(address(currency), address(asset.currency), "currency");
        vm.assertEq(bytes(ShareCode.nameOf(address(asset.token))), name, "name");
        vm.assertEq(bytes(ShareCode.symbolOf(address(asset.token))), symbol, "symbol");
    }

    function testNoTokenIsAllZero() external view {
        IShareOffering.Asset memory asset;
        IShareOffering.Sale memory sale;
        bytes memory none = abi.encode(asset, sale);

        ShareCode.read(IInvestorToken(address(0)), asset, sale);

        vm.assertEq(abi.encode(asset, sale), none, "no token");
    }

    /// @dev The phase of any second, against the ends counted up; a sale that is judged once is judged for good.
    function testFuzzPhaseFollowsFromTimeAndSold(
        uint24[3] memory lasts,
        uint40 opens,
        uint40 second,
        uint32 goal,
        uint32 sold,
        bool judgedBefore
    ) external pure {
        opens = opens % 2 ** 38;
        IShareOffering.Sale memory sale = _sale(opens, lasts, goal);
        uint256 end = uint256(opens) + lasts[0];
        uint256[3] memory ends = [end, end + lasts[1], end + lasts[1] + lasts[2]];
        uint256 now_ = within(second, opens, ends[2] + 1 days);
        if (judgedBefore && sale.isDue(ends[0]) && now_ >= ends[0]) sale.judge(sold, ends[0]);
        if (sale.isDue(now_)) sale.judge(sold, now_);

        if (now_ < ends[0]) _requirePhase(sale, Phase.Local, Tier.None);
        else if (sold >= goal) _requirePhase(sale, Phase.Succeeded, Tier.Local);
        else if (now_ < ends[1]) _requirePhase(sale, Phase.Country, Tier.None);
        else if (now_ < ends[2]) _requirePhase(sale, Phase.World, Tier.None);
        else _requirePhase(sale, Phase.Failed, Tier.None);
        vm.assertEq(sale.isDue(now_) ? 1 : 0, 0, "nothing is left to be judged");
    }

    /// @dev Tranches are paid in full and never more: together what was raised, each its part, a unit less at most.
    function testFuzzTranchesSumToWhatWasRaised(uint256 raised, uint16[8] memory cuts, uint256 count) external pure {
        raised = raised % 2 ** 110;
        uint16[] memory tranches = _tranches(cuts, within(count, 1, 8));
        uint256 released;
        for (uint256 i = 0; i < tranches.length; i++) {
            uint256 amount = Tranches.amountOf({
                raised: raised,
                released: released,
                basisPoints: tranches[i],
                last: i + 1 == tranches.length
            });
            uint256 part = raised * tranches[i];
            if (i + 1 < tranches.length) vm.assertEq(amount, part / 10_000, "its part, rounded down");
            else vm.assertLe(part / 10_000, amount, "the last one takes the rest");
            released += amount;
            vm.assertLe(released, raised, "never more");
        }
        vm.assertEq(released, raised, "all of it");
    }

    function _sale(
        uint40 opens,
        uint24[3] memory lasts,
        uint32 goal
    ) private pure returns (IShareOffering.Sale memory sale) {
        sale.opens = opens;
        (sale.localLasts, sale.countryLasts, sale.worldLasts) = (lasts[0], lasts[1], lasts[2]);
        sale.goal = goal;
        sale.phase = Phase.Local;
    }

    /// @dev So many parts above zero that sum to a whole.
    function _tranches(uint16[8] memory cuts, uint256 count) private pure returns (uint16[] memory tranches) {
        tranches = new uint16[](count);
        uint256 left = 10_000;
        for (uint256 i = 0; i + 1 < count; i++) {
            tranches[i] = uint16(within(cuts[i], 1, left - (count - 1 - i)));
            left -= tranches[i];
        }
        tranches[count - 1] = uint16(left);
    }

    function _part(bytes32 letters, uint256 length) private pure returns (bytes memory part) {
        part = new bytes(length);
        for (uint256 i = 0; i < length; i++) part[i] = letters[i];
    }

    function _requirePhase(IShareOffering.Sale memory sale, Phase phase, Tier scope) private pure {
        vm.assertEq(uint256(sale.phase), uint256(phase), "phase");
        vm.assertEq(uint256(sale.scope), uint256(scope), "scope");
    }
}
