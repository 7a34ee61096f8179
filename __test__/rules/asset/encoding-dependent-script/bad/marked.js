"groß";
