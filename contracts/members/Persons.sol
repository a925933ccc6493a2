// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IMemberRegistry} from "./IMemberRegistry.sol";

/// @title Persons: a person's record in one word
/// @notice An admission writes one, and a purchase or a transfer reads one: one word is one access.
library Persons {
    /// @notice The word of a wallet that is of nobody for good, because its person has another; its record is empty.
    uint256 internal constant SUPERSEDED = 1 << 255;

    /// @notice The same, because its person died.
    uint256 internal constant CLOSED = SUPERSEDED | (1 << 254);

    /// @notice The word of a wallet of nobody yet that was proposed as a person's new one.
    uint256 internal constant RESERVED = 1 << 253;

    uint256 private constant _LEFT = 1 << 104;
    uint256 private constant _SUSPENDED = 1 << 105;
    uint256 private constant _WAITING = 1 << 106;

    /// @notice A record as one word: town, country, date, number, left, suspended, waiting, country of the id, week of the
    /// last move and nonce from the lowest bit up. To read one of them cuts off those above it.
    function pack(IMemberRegistry.Person memory person) internal pure returns (uint256 word) {
        word =
            person.town |
            (uint256(person.country) << 32) |
            (uint256(person.residentUntil) << 48) |
            (uint256(person.number) << 88) |
            (uint256(person.idCountry) << 107) |
            (uint256(person.movedIn) << 123) |
            (uint256(person.nonce) << 139);
        if (person.left) word |= _LEFT;
        if (person.suspended) word |= _SUSPENDED;
        if (person.waiting) word |= _WAITING;
    }

    /// @notice The country of a word: 0 for a wallet of nobody.
    function countryOf(uint256 word) internal pure returns (uint16) {
        return uint16(word >> 32);
    }

    /// @notice The country that keeps the id of a word's person: 0 for a wallet of nobody.
    function idCountryOf(uint256 word) internal pure returns (uint16) {
        return uint16(word >> 107);
    }

    /// @notice Whether a word's person is suspended.
    function isSuspended(uint256 word) internal pure returns (bool) {
        return word & _SUSPENDED != 0;
    }

    /// @notice Whether a succession of a word's person was begun, and not ended by anybody.
    function isMarkedWaiting(uint256 word) internal pure returns (bool) {
        return word & _WAITING != 0;
    }

    /// @notice Whether a word is of a wallet that is of nobody for good.
    function isSuperseded(uint256 word) internal pure returns (bool) {
        return word & SUPERSEDED != 0;
    }

    /// @notice Whether a word's person has their home in `town`, attested until now or later.
    function livesIn(uint256 word, uint32 town) internal view returns (bool) {
        return uint32(word) == town && uint40(word >> 48) >= block.timestamp;
    }

    /// @notice The record of a word.
    function unpack(uint256 word) internal pure returns (IMemberRegistry.Person memory) {
        return
            IMemberRegistry.Person({
                town: uint32(word),
                country: uint16(word >> 32),
                residentUntil: uint40(word >> 48),
                number: uint16(word >> 88),
                left: word & _LEFT != 0,
                suspended: word & _SUSPENDED != 0,
                waiting: word & _WAITING != 0,
                idCountry: uint16(word >> 107),
                movedIn: uint16(word >> 123),
                nonce: uint32(word >> 139)
            });
    }
}
