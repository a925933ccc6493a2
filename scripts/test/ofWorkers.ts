// Loaded by each of Mocha's processes. It is told in the environment how TypeScript is read, which is no business of the
// programs that its tests start.
delete process.env.NODE_OPTIONS;
