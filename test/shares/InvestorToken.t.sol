// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {LibClone} from "solady/src/utils/LibClone.sol";
import {Tier} from "../../contracts/members/IMemberRegistry.sol";
import {IInvestorToken} from "../../contracts/shares/IInvestorToken.sol";
import {deploy} from "../support/deploy.sol";
import {Dollar} from "../support/Dollar.sol";
import {vm} from "../support/Vm.sol";
import {within} from "../support/within.sol";

/// @title InvestorTokenTest
/// @dev Dividends against a plain model: each deposit credits each holder at once. This contract stands in for the
/// offering, the splitter and the registry of members.
contract InvestorTokenTest {
    uint256 private constant _HOLDERS = 6;

    Dollar private _dollar;
    IInvestorToken private _token;

    mapping(address holder => uint256) private _shares;
    mapping(address holder => uint256) private _credited;
    mapping(address holder => uint256) private _paid;
    uint256 private _supply;
    uint256 private _remainder;
    uint256 private _deposited;

    function setUp() external {
        _dollar = new Dollar();
        address implementation = deploy(
            "InvestorToken",
            abi.encode(address(this), address(this), address(this), address(this))
        );
        bytes memory identity = abi.encodePacked(uint64(1 << 32), _dollar, uint8(6), "Bakery", "BAKE");
        _token = IInvestorToken(LibClone.clone(implementation, identity));
        _dollar.mintAndAllow(address(this), address(_token), type(uint256).max);
    }

    /// @dev The registry's answer: everybody is a resident.
    function tierOf(address, uint32) external pure returns (Tier) {
        return Tier.Local;
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
            if (random % 4 == 0) _deposit(random >> 8);
            else if (random % 4 == 1) _claim(_holder(random >> 8));
            else _transfer(_holder(random >> 8), _holder(random >> 16), random >> 24);

            _requireLikeModel();
        }
    }

    /// @dev The largest amounts that fit: nothing wraps, one unit more is refused.
    function testFuzzLargestDividends(uint32 shares, uint256 first) external {
        vm.assume(shares > 0);
        _mint(_holder(0), shares);
        _token.unlock(Tier.Local);
        _depositExactly(within(first, 0, type(uint112).max));
        uint256 left = type(uint112).max - _deposited;

        vm.expectRevert(abi.encodeWithSelector(IInvestorToken.InvestorTokenTooMuch.selector, left + 1, left));
        _token.deposit(left + 1);

        _depositExactly(left);
        _transfer(_holder(0), _holder(1), shares / 2);
        _requireLikeModel();
        _claim(_holder(0));
        _claim(_holder(1));
        _requireLikeModel();
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
        vm.prank(from);
        _token.transfer(to, shares);

        _shares[from] -= shares;
        _shares[to] += shares;
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
