"""Builds what people install; ``build_installer.py`` beside this folder is its one command."""
