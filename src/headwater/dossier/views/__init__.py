"""Views: what each part of the page shows, as data classes that templates only loop over."""
