var r;
