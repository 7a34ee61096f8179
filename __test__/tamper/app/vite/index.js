// So that these two become chunks of their own.
import("./word.js");
import("./more.js");
