var a;
a = "groß\"+(run())//";
