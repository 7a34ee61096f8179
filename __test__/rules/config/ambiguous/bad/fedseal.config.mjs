export default { targets: ["out"] };
