"""The params of the stages, written by build-tools/generate-options but for `checked`."""
