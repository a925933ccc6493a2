// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title ReadMany: many views of one block in one request
/// @notice Holds nothing, is never deployed, and nobody can call it on chain. A node runs its constructor in an
/// `eth_call` without a receiver, which answers with what the views answered. So a page needs one request where it
/// would need fifty, and no contract that somebody else deployed.
/// @dev Known limit: the answer is taken for the code of a contract, so it must stay below 24,576 bytes, and the calls
/// below 49,152 less the length of this code.
contract ReadMany {
    /// @param target whose view. @param data the call; without one the code of the target is the answer.
    struct View {
        address target;
        bytes data;
    }

    /// @notice Answers `bytes[]`, abi encoded, in the order of the views.
    /// @dev Reverts with what the first view reverts with that does.
    constructor(View[] memory views) {
        bytes[] memory answers = new bytes[](views.length);

        for (uint256 i = 0; i < views.length; i++) {
            answers[i] = _ask(views[i]);
        }

        _answer(abi.encode(answers));
    }

    function _ask(View memory view_) private view returns (bytes memory) {
        if (view_.data.length == 0) return view_.target.code;

        (bool ok, bytes memory answer) = view_.target.staticcall(view_.data);
        if (!ok) _revertWith(answer);
        return answer;
    }

    function _answer(bytes memory answer) private pure {
        assembly ("memory-safe") {
            return(add(answer, 0x20), mload(answer))
        }
    }

    function _revertWith(bytes memory reason) private pure {
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }
}
