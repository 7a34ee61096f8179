exports.a = "groß";
