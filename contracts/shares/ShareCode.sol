// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {LibClone} from "solady/src/utils/LibClone.sol";
import {IInvestorToken} from "./IInvestorToken.sol";
import {IShareOffering} from "./IShareOffering.sol";

/// @title ShareCode: what the code of a share token says of it and of its sale, for good
/// @notice A clone's immutable arguments are, packed into words: business (8 bytes), currency (20) and goal (4); price
/// (14), opening (5), how long the three phases last (3 each) and cap (4); both personal limits (4 each), length of the
/// name (1), name, symbol. Reading them costs a fraction of a storage slot, because who reads them calls the token too.
library ShareCode {
    // Behind so much code LibClone puts the arguments.
    uint256 private constant _ARGUMENTS_AT = 0x2d;

    uint256 private constant _NAME_LENGTH_AT = 72;
    uint256 private constant _NAME_AT = 73;

    /// @notice The immutable arguments of a token.
    /// @param name of at most `MOST_NAME_BYTES` bytes, which are counted in one.
    function pack(
        IShareOffering.Asset memory asset,
        IShareOffering.Sale memory sale,
        string memory name,
        string memory symbol
    ) internal pure returns (bytes memory) {
        return
            abi.encodePacked(
                abi.encodePacked(asset.business, asset.currency, sale.goal),
                abi.encodePacked(uint112(asset.price), sale.opens),
                abi.encodePacked(sale.localLasts, sale.countryLasts, sale.worldLasts, sale.cap),
                abi.encodePacked(sale.limitLocal, sale.limitLater, uint8(bytes(name).length), name, symbol)
            );
    }

    /// @notice Fills in what a token's code says of what is on sale, and how; zeros for no token.
    function read(
        IInvestorToken token,
        IShareOffering.Asset memory asset,
        IShareOffering.Sale memory sale
    ) internal view {
        (uint256 first, uint256 second, uint256 third) = _words(address(token));
        // What stands to the left of each field is cut off.
        asset.business = uint64(first >> 192);
        asset.currency = IERC20(address(uint160(first >> 32)));
        sale.goal = uint32(first);
        asset.price = uint96(second >> 144);
        sale.opens = uint40(second >> 104);
        sale.localLasts = uint24(second >> 80);
        sale.countryLasts = uint24(second >> 56);
        sale.worldLasts = uint24(second >> 32);
        sale.cap = uint32(second);
        sale.limitLocal = uint32(third >> 224);
        sale.limitLater = uint32(third >> 192);
    }

    /// @notice The business of a token, and the currency of its dividends.
    function businessOf(address token) internal view returns (uint64 business, IERC20 currency) {
        (uint256 first, , ) = _words(token);
        // As in `read`.
        return (uint64(first >> 192), IERC20(address(uint160(first >> 32))));
    }

    /// @notice A token's name.
    function nameOf(address token) internal view returns (string memory) {
        return string(LibClone.argsOnClone(token, _NAME_AT, _symbolAt(token)));
    }

    /// @notice A token's symbol.
    function symbolOf(address token) internal view returns (string memory) {
        return string(LibClone.argsOnClone(token, _symbolAt(token)));
    }

    function _symbolAt(address token) private view returns (uint256) {
        return _NAME_AT + uint8(bytes1(LibClone.argsOnClone(token, _NAME_LENGTH_AT, _NAME_AT)));
    }

    function _words(address token) private view returns (uint256 first, uint256 second, uint256 third) {
        assembly ("memory-safe") {
            let at := mload(0x40) // unused memory, and used for this moment only
            extcodecopy(token, at, _ARGUMENTS_AT, 0x60)
            first := mload(at)
            second := mload(add(at, 0x20))
            third := mload(add(at, 0x40))
        }
    }
}
