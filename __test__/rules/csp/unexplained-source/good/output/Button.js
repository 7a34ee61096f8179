// the button
