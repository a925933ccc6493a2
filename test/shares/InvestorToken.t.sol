// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {LibClone} from "solady/src/utils/LibClone.sol";
import {IMemberRegistry, Tier} from "../../contracts/members/IMemberRegistry.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {IShareOffering} from "../../contracts/shares/IShareOffering.sol";
import {ShareCode} from "../../contracts/shares/ShareCode.sol";
import {deploy} from "../support/deploy.sol";
import {Dollar} from "../support/Dollar.sol";
import {vm} from "../support/Vm.sol";
import {within} from "../support/within.sol";

/// @title InvestorTokenTest
/// @dev Dividends against a plain model: each deposit credits each holder at once. This contract stands in for the
/// offering, the splitter, the releases and the registry of members.
contract InvestorTokenTest {
    uint256 private constant _HOLDERS = 6;
    uint256 private constant _MOST = 2 ** 110 - 1;

    Dollar private _dollar;
    IInvestorToken private _token;

    mapping(address holder => uint256) private _shares;
    mapping(address holder => uint256) private _credited;
    mapping(address holder => uint256) private _paid;
    mapping(address holder => bool) private _pledged;
    mapping(address wallet => bool) private _isTold;
    mapping(address wallet => Tier) private _told;
    mapping(address holder => bool) private _isOver;
    mapping(address wallet => bool) private _isWaiting;
    mapping(address wallet => address) private _successor;
    uint256 private _supply;
    uint256 private _remainder;
    uint256 private _deposited;

    function setUp() external {
        _dollar = new Dollar();
        address implementation = deploy(
            "InvestorToken",
            abi.encode(address(this), address(this), address(this), address(this))
        );
        IShareOffering.Asset memory asset;
        IShareOffering.Sale memory sale;
        asset.business = 1 << 32;
        asset.currency = _dollar;
        _token = IInvestorToken(LibClone.clone(implementation, ShareCode.pack(asset, sale, "Bakery", "BAKE")));
        _dollar.mintAndAllow(address(this), address(_token), type(uint256).max);
    }

    /// @dev The registry's answer: everybody is a resident, unless a test says otherwise.
    function tierOf(address wallet, uint32) external view returns (Tier) {
        return _isTold[wallet] ? _told[wallet] : Tier.Local;
    }

    /// @dev The registry's answer: who is told to be nobody is suspended when their address is odd.
    function personOf(address wallet) external pure returns (IMemberRegistry.Person memory person) {
        person.suspended = uint160(wallet) % 2 == 1;
    }

    /// @dev The registry's answer: everybody has the wallet they had, and nothing of theirs waits, unless a test says
    /// otherwise.
    function presentWalletOf(address wallet) external view returns (address present, bool waiting) {
        present = _successor[wallet] == address(0) ? wallet : _successor[wallet];
        waiting = _isWaiting[present];
    }

    /// @dev The releases' answer: what a holder pledged their shares for stands, unless a test says otherwise.
    function isHeld(uint64, address holder) external view returns (bool) {
        return !_isOver[holder];
    }

    /// @dev Random issues, then random transfers, deposits and claims.
    function testFuzzDividendsEqualPlainModel(uint256 seed) external {
        for (uint256 i = 0; i < _HOLDERS; i++) {
            _issue(_holder(i), _random(seed, 1_000 + i));
        }
        _issue(_holder(0), 1);
        _token.unlock(Tier.World);

        for (uint256 i = 0; i < 40; i++) {
            uint256 random = _random(seed, i);
            if (random % 5 == 0) _deposit(random >> 8);
            else if (random % 5 == 1) _claim(_holder(random >> 8));
            else if (random % 5 == 2) _pledge(_holder(random >> 8), random % 2 == 0);
            else _transfer(_holder(random >> 8), _holder(random >> 16), random >> 24);

            _requireLikeModel();
        }
    }

    /// @dev The largest amounts that fit: nothing wraps, one unit more is refused.
    function testFuzzLargestDividends(uint32 shares, uint256 first) external {
        vm.assume(shares > 0);
        _mint(_holder(0), shares);
        _token.unlock(Tier.Local);
        _depositExactly(within(first, 0, _MOST));
        uint256 left = _MOST - _deposited;

        vm.expectRevert(abi.encodeWithSelector(IInvestorToken.InvestorTokenTooMuch.selector, left + 1, left));
        _token.deposit(left + 1);

        _depositExactly(left);
        _transfer(_holder(0), _holder(1), shares / 2);
        _requireLikeModel();
        _claim(_holder(0));
        _claim(_holder(1));
        _requireLikeModel();
    }

    /// @dev What somebody else claims for a holder is paid to the holder's present wallet, and to nobody while a succession
    /// is open; what that wallet claims itself is paid all the same.
    function testFuzzOthersWaitWhileASuccessionIsOpen(uint32 shares, uint96 dividend, bool moved, bool waits) external {
        vm.assume(shares > 0 && dividend >= shares);
        address holder = _holder(0);
        address present = moved ? _holder(1) : holder;
        _mint(holder, shares);
        _token.unlock(Tier.Local);
        _depositExactly(dividend);
        _successor[holder] = moved ? present : address(0);
        _isWaiting[present] = waits;
        uint256 due = _token.claimable(holder);

        if (waits) {
            vm.prank(_holder(2));
            vm.expectRevert(abi.encodeWithSelector(IInvestorToken.InvestorTokenWaiting.selector, holder));
            _token.claim(holder);
            vm.prank(present);
        } else {
            vm.prank(_holder(2));
        }
        _token.claim(holder);

        vm.assertEq(_dollar.balanceOf(present), due, "paid to the present wallet");
        vm.assertEq(_token.claimable(holder), 0, "once");
    }

    /// @dev A transfer frees shares that were pledged for what is over, and no others.
    function testFuzzPledgeEndsWithWhatItWasFor(uint32 shares, bool over) external {
        vm.assume(shares > 0);
        address holder = _holder(0);
        _mint(holder, shares);
        _token.unlock(Tier.Local);
        _token.pledge(holder);
        _isOver[holder] = over;

        vm.assertEq(_token.detectTransferRestriction(holder, _holder(1), shares), over ? 0 : 6, "said so");
        if (!over) vm.expectRevert(abi.encodeWithSelector(IInvestorToken.InvestorTokenPledged.selector, holder));
        vm.prank(holder);
        _token.transfer(_holder(1), shares);
        vm.assertEq(_token.balanceOf(_holder(1)), over ? shares : 0, "sent");
    }

    /// @dev A transfer to oneself changes nothing, whatever was credited before.
    function testFuzzTransferToOneselfChangesNothing(uint32 shares, uint256 part, uint96 dividend) external {
        vm.assume(shares > 0);
        _mint(_holder(0), shares);
        _token.unlock(Tier.Local);
        _depositExactly(dividend);

        _transfer(_holder(0), _holder(0), within(part, 0, shares));

        _requireLikeModel();
    }

    /// @dev What the token says of a transfer is what the transfer does, and for the reason that it gives.
    function testFuzzRestrictionIsWhatTransferDoes(uint256 seed) external {
        _mint(_holder(0), uint32(1 + (_random(seed, 1) % 3)));
        _mint(_holder(1), 2);
        if (_random(seed, 2) % 8 != 0) _token.unlock(Tier(1 + (_random(seed, 3) % 3)));

        for (uint256 i = 0; i < 24; i++) {
            uint256 random = _random(seed, 100 + i);
            address to = random % 16 == 0 ? address(0) : _holder(random >> 4);
            _isTold[to] = true;
            _told[to] = Tier((random >> 16) % 4);
            if ((random >> 24) % 4 == 0) _pledge(_holder(random >> 32), (random >> 40) % 2 == 0);
            _requireAsDetected(_holder(random >> 48), to, (random >> 56) % 5);
        }
    }

    function _requireAsDetected(address from, address to, uint256 value) private {
        uint8 code = _token.detectTransferRestriction(from, to, value);
        (bool can, string memory words) = _token.canTransfer(from, to, value);
        vm.assertEq(can ? 0 : 1, code == 0 ? 0 : 1, "can exactly with code 0");
        vm.assertEq(bytes(words), bytes(_token.messageForTransferRestriction(code)), "the words of the code");

        vm.prank(from);
        (bool sent, bytes memory reason) = address(_token).call(abi.encodeCall(_token.transfer, (to, value)));
        vm.assertEq(sent ? 1 : 0, can ? 1 : 0, "sent exactly when it can be");
        if (sent) return;

        bytes4[8] memory reasons = [
            bytes4(0),
            IERC20Errors.ERC20InvalidReceiver.selector,
            IInvestorToken.InvestorTokenLocked.selector,
            IInvestorToken.InvestorTokenMayNotHold.selector,
            IInvestorToken.InvestorTokenMayNotHold.selector,
            IInvestorToken.InvestorTokenMayNotHold.selector,
            IInvestorToken.InvestorTokenPledged.selector,
            IERC20Errors.ERC20InsufficientBalance.selector
        ];
        vm.assertEq(uint256(uint32(bytes4(reason))), uint256(uint32(reasons[code])), "for that reason");
        if (code == 3) vm.assertEq(uint160(to) % 2, 0, "unknown");
        if (code == 4) vm.assertEq(uint160(to) % 2, 1, "suspended");
        if (code == 3 || code == 4) vm.assertEq(uint256(_told[to]), uint256(Tier.None), "nobody");
        if (code == 5) vm.assertEq(_told[to] > _token.ledger().scope ? 1 : 0, 1, "too far");
    }

    function _issue(address holder, uint256 random) private {
        uint256 most = random % 3 == 0 ? 3 : 100_000;
        _mint(holder, uint32((random >> 8) % (most + 1)));
        if (random % 5 == 0) _burnSome(holder, random >> 64);
    }

    function _mint(address holder, uint32 shares) private {
        _token.mint(holder, shares);

        _shares[holder] += shares;
        _supply += shares;
    }

    function _burnSome(address holder, uint256 random) private {
        uint32 shares = uint32(random % (_shares[holder] + 1));
        _token.burn(holder, shares);

        _shares[holder] -= shares;
        _supply -= shares;
    }

    function _deposit(uint256 random) private {
        uint256 most = random % 3 == 0 ? 2 * _supply : 1e18;
        _depositExactly((random >> 8) % (most + 1));
    }

    function _depositExactly(uint256 amount) private {
        _token.deposit(amount);

        _deposited += amount;
        uint256 perShare = (amount + _remainder) / _supply;
        _remainder = (amount + _remainder) - perShare * _supply;
        for (uint256 i = 0; i < _HOLDERS; i++) {
            _credited[_holder(i)] += perShare * _shares[_holder(i)];
        }
    }

    function _transfer(address from, address to, uint256 random) private {
        uint256 shares = within(random, 0, _shares[from]);
        if (_pledged[from]) {
            vm.expectRevert(abi.encodeWithSelector(IInvestorToken.InvestorTokenPledged.selector, from));
            vm.prank(from);
            _token.transfer(to, shares);
            return;
        }
        vm.prank(from);
        _token.transfer(to, shares);

        _shares[from] -= shares;
        _shares[to] += shares;
    }

    function _pledge(address holder, bool pledged) private {
        if (pledged) _token.pledge(holder);
        else _token.unpledge(holder);

        _pledged[holder] = pledged;
    }

    function _claim(address holder) private {
        uint256 before = _dollar.balanceOf(holder);
        _token.claim(holder);

        _paid[holder] = _credited[holder];
        vm.assertEq(_dollar.balanceOf(holder) - before, _paid[holder] - before, "paid");
    }

    function _requireLikeModel() private view {
        uint256 sum = _remainder;
        for (uint256 i = 0; i < _HOLDERS; i++) {
            address holder = _holder(i);
            vm.assertEq(_token.balanceOf(holder), _shares[holder], "shares");
            vm.assertEq(_token.claimable(holder), _credited[holder] - _paid[holder], "claimable");
            vm.assertEq(_dollar.balanceOf(holder), _paid[holder], "paid in all");
            sum += _credited[holder];
        }
        vm.assertEq(_token.totalSupply(), _supply, "supply");
        vm.assertEq(_token.ledger().remainder, _remainder, "remainder");
        vm.assertEq(sum, _deposited, "credited and remainder are what was deposited");
    }

    function _holder(uint256 random) private pure returns (address) {
        return address(uint160(0xB000 + (random % _HOLDERS)));
    }

    function _random(uint256 seed, uint256 i) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed, i)));
    }
}
