#!/usr/bin/env bash
# Tells Spark which GPUs a host has, as the JSON of its ResourceInformation:
#
#   {"name": "gpu", "addresses": ["0", "1"]}
#
# For spark.{driver,executor,worker}.resource.gpu.discoveryScript; docs/GPU.md says how. The addresses
# are nvidia-smi's indices, so set CUDA_DEVICE_ORDER=PCI_BUS_ID for the executors: CUDA counts so too then.
set -euo pipefail

if ! command -v nvidia-smi >/dev/null; then
  echo "error: nvidia-smi is not on the PATH of $HOSTNAME, so its GPUs cannot be listed; install the NVIDIA driver there, or ask Spark for no GPUs" >&2
  exit 1
fi
if ! indices=$(nvidia-smi --query-gpu=index --format=csv,noheader 2>&1); then
  echo "error: nvidia-smi fails on $HOSTNAME: ${indices//$'\n'/ }" >&2
  exit 1
fi
addresses=$(awk 'NF { printf "%s\"%s\"", separator, $1; separator = ", " }' <<<"$indices")
if [[ -z $addresses ]]; then
  echo "error: nvidia-smi lists no GPU on $HOSTNAME" >&2
  exit 1
fi
echo "{\"name\": \"gpu\", \"addresses\": [$addresses]}"
