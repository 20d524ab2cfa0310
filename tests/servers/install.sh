#!/bin/sh
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# install.sh WHAT FOLDER: puts the test server WHAT into FOLDER; does nothing
# when it is there. Exit status 77: it cannot be had here, the output says why.
set -eu
exec sh "$(dirname "$0")/install-${1:?usage: install.sh WHAT FOLDER}.sh" "${2:?usage: install.sh WHAT FOLDER}"
