"gro\u00df";
