// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IContributions} from "../../contracts/hours/IContributions.sol";
import {Money} from "../../contracts/lib/Money.sol";
import {IProfitSplitter} from "../../contracts/profit/IProfitSplitter.sol";
import {ITownTreasury} from "../../contracts/profit/ITownTreasury.sol";
import {IShareOffering, Phase} from "../../contracts/shares/IShareOffering.sol";
import {vm} from "../support/Vm.sol";
import {Ghosts} from "./Ghosts.sol";

/// @title CurrencyHandler: the currency's issuer takes a fee from every transfer, or lets none through and says false
abstract contract CurrencyHandler is Ghosts {
    uint256 private constant _MOST_FEE = 9;

    /// @dev While it does, nothing comes in; nothing is lost of what was in already.
    function misbehave(uint256 seed) external handler(seed) {
        mayPay();
        uint32 town = rollTown();
        address payer = rollPerson();
        bool fails = roll(2) == 0;
        uint256[4] memory before = _holdings();
        if (fails) dollar.setFails(true);
        else dollar.setFee(1 + roll(_MOST_FEE));
        bytes4 refusal = fails ? SafeERC20.SafeERC20FailedOperation.selector : Money.MoneyNotReceivedInFull.selector;

        _pay(payer, address(contributions), abi.encodeCall(IContributions.fund, (town, 100, 2)), refusal);
        _pay(payer, address(treasury), abi.encodeCall(ITownTreasury.donate, (town, 100)), refusal);
        _pay(payer, address(treasury), abi.encodeCall(ITownTreasury.donateToOffice, (town, 100)), refusal);
        _pay(payer, address(splitter), _deposit(town), refusal);
        _buyWhatIsOnSale(refusal);
        if (fails) _claimInVain(town);

        dollar.setFails(false);
        dollar.setFee(0);
        uint256[4] memory afterwards = _holdings();
        for (uint256 i = 0; i < 4; i++) {
            vm.assertEq(afterwards[i], before[i], "1: a currency that misbehaves moves nothing");
        }
        succeed("misbehave");
    }

    function _pay(address payer, address target, bytes memory data, bytes4 refusal) private {
        dollar.mintAndAllow(payer, target, 100);
        requireOutcome(attempt(payer, target, data), refusal, "1: what does not arrive in full is refused");
    }

    function _deposit(uint32 town) private view returns (bytes memory) {
        uint64 business = (uint64(town) << 32) | 1;
        return abi.encodeCall(IProfitSplitter.deposit, (business, 100, 2, "a month", documentOf("accounts")));
    }

    /// @dev Some share of a sale that somebody could buy, were it not for the currency.
    function _buyWhatIsOnSale(bytes4 refusal) private {
        for (uint256 id = 1; id < sales.length; id++) {
            Sale storage s = sales[id];
            bool local = s.phase == Phase.Local;
            if (!isLive(s.phase) || block.timestamp < s.opens || s.sold >= (local ? s.cap : s.goal)) continue;
            if (s.price < _MOST_FEE) continue; // the fee is taken from what arrives
            for (uint256 i = 0; i < people.length; i++) {
                address wallet = people[i];
                uint256 tier = uint256(tierNow(wallet, s.town));
                bool insider = wallet == officers[s.town].manager || wallet == officers[s.town].payout;
                if (tier == 0 || tier > uint256(s.phase) || insider) continue;
                if (held[id][wallet] >= (local ? s.limitLocal : s.limitLater)) continue;
                dollar.mintAndAllow(wallet, address(offerings), s.price);
                bytes memory data = abi.encodeCall(IShareOffering.buy, (id, 1));
                requireOutcome(attempt(wallet, address(offerings), data), refusal, "1: no share without its price");
                return;
            }
        }
    }

    /// @dev Cash that was kept stays kept; it is not paid and not forgotten.
    function _claimInVain(uint32 town) private {
        for (uint256 number = 1; number <= hoursOf[town].wallets.length; number++) {
            if (keptCash[town][number] == 0) continue;
            bytes memory data = abi.encodeCall(IContributions.claimKept, (town, uint16(number)));
            bytes4 refusal = SafeERC20.SafeERC20FailedOperation.selector;
            requireOutcome(attempt(rollPerson(), address(contributions), data), refusal, "1: kept cash stays kept");
        }
    }

    function _holdings() private view returns (uint256[4] memory) {
        return
            [
                dollar.balanceOf(address(contributions)),
                dollar.balanceOf(address(offerings)),
                dollar.balanceOf(address(treasury)),
                dollar.balanceOf(address(splitter))
            ];
    }
}
