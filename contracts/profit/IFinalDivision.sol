// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title IFinalDivision: the money of a town that has lost its keys, to those who worked last
interface IFinalDivision {}
