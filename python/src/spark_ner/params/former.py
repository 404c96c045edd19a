"""Names that params had before, with the present ones.

Written by build-tools/generate-options.
"""

FORMER_NAMES: dict[str, str] = {
    "encoder": "wordEncoder",
    "charEncoder": "characterEncoder",
    "posDimension": "attributeDimension",
    "contextualEncoder": "pretrainedEncoder",
    "contextualOutput": "pretrainedEncoderOutput",
    "likeLengths": "lengthBucketing",
    "decay": "learningRateDecay",
    "clip": "maxGradientNorm",
    "affixMinimumCount": "minimumAffixCount",
    "fineTune": "fineTuneVectors",
    "timeLimitSeconds": "timeLimit",
    "averagingFrequency": "averagingInterval",
    "distribution": "workerRuntime",
    "posCol": "attributeCol",
}
